import { authorize } from '../credentials/authorize.js'
import { identifyProject } from '../credentials/identify-project.js'
import type { Endpoint } from '../http/exchange.js'
import { jsonResponse } from '../http/json-response.js'
import { readForm } from '../http/read-form.js'
import { apiError } from '../http/upload-api-error.js'
import { readImageInfo } from '../image/read-image-info.js'
import { readIsStored } from './read-is-stored.js'
import { readMetadata } from './read-metadata.js'
import { readTags } from './read-tags.js'

const LARGEST_DIRECT_UPLOAD_BYTES = 100 * 1024 * 1024

/** Uploads files in one request. The file may come before the credential, so the whole body is read first. */
export const base: Endpoint = {
  name: 'base',
  method: 'POST',
  path: '/base/',
  async answer(exchange) {
    const { clock, storage, store, randomUuid } = exchange.emulation
    const form = await readForm(exchange.request)
    const project = identifyProject(exchange, form, 'UPLOADCARE_PUB_KEY')
    await authorize(exchange, project, form)
    const metadata = readMetadata(form)
    if (form.files.length === 0) throw apiError('FilesRequiredError')

    const uuids: Record<string, string> = {}
    for (const { fieldName, fileName, contentType, chunks } of form.files) {
      const bytes = await storage.keep(chunks)
      if (bytes.sizeBytes > LARGEST_DIRECT_UPLOAD_BYTES) throw apiError('FileSizeLimitExceededError')
      const uuid = randomUuid()
      store.files.set(uuid, {
        uuid,
        publicKey: project.publicKey,
        originalFilename: fileName,
        declaredType: contentType,
        bytes,
        image: await readImageInfo(bytes),
        isStored: readIsStored(form.get('UPLOADCARE_STORE'), project),
        metadata,
        tags: readTags(form),
        uploadedAtMs: clock.nowMs(),
      })
      uuids[fieldName] = uuid
      exchange.entry.id = uuid
    }
    return jsonResponse(uuids)
  },
}
