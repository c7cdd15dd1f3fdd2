import { apiError } from '../errors/upload-api-error.js'
import type { Endpoint } from '../http/exchange.js'
import { imageSize } from './image-size.js'
import { readAspectRatio } from './read-image-request.js'
import { startImageJob } from './start-image-job.js'

/** Starts to generate an image from a prompt. The emulator creates a gray one. */
export const generateImage: Endpoint = {
  name: 'derivative/image/generate',
  methods: ['POST'],
  allowMethods: 'POST, OPTIONS',
  path: '/derivative/image/generate/',
  answer: async (exchange) =>
    startImageJob(exchange, (fields) => {
      const ratio = readAspectRatio(fields)
      if (!ratio) throw apiError('invalid_request', '`aspect_ratio` is required.')
      return imageSize(ratio)
    }),
}
