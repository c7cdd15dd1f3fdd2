import { apiError } from '../errors/upload-api-error.js'
import type { Endpoint } from '../http/exchange.js'
import { UUID } from '../uuid.js'
import { imageSize } from './image-size.js'
import { readAspectRatio, readRequiredText } from './read-image-request.js'
import { startImageJob } from './start-image-job.js'

/** Starts to edit an image of the project. The emulator creates a gray one, with the ratio of the source by default. */
export const editImage: Endpoint = {
  name: 'derivative/image/edit',
  methods: ['POST'],
  allowMethods: 'POST, OPTIONS',
  path: '/derivative/image/edit/',
  answer: async (exchange) =>
    startImageJob(exchange, (fields, { publicKey }) => {
      const ratio = readAspectRatio(fields)
      const source = readRequiredText(fields, 'source')
      const uuid = new RegExp(UUID, 'i').exec(source)?.[0].toLowerCase() ?? ''
      const file = exchange.emulation.store.files.get(uuid)
      if (file?.publicKey !== publicKey) throw apiError('source_not_found')
      if (file.image === null) throw apiError('source_not_image')
      return imageSize(ratio ?? [file.image.width, file.image.height])
    }),
}
