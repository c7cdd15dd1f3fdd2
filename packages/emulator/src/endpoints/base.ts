import { authorize } from '../credentials/authorize.js'
import { identifyProject } from '../credentials/identify-project.js'
import type { Endpoint } from '../http/exchange.js'
import { jsonResponse } from '../http/json-response.js'
import { readForm } from '../http/read-form.js'
import { apiError } from '../errors/upload-api-error.js'
import { baseName } from '../store/base-name.js'
import { admitFile } from '../store/admit-file.js'
import type { StoredFile } from '../store/stored-file.js'
import { PART_URL_LIFETIME_MS } from './part-urls.js'
import { readIsStored } from './read-is-stored.js'
import { readMetadata } from './read-metadata.js'
import { readTags } from './read-tags.js'

const LARGEST_DIRECT_UPLOAD_BYTES = 100 * 1024 * 1024

/** Uploads files in one request. The credential may follow the file, so the whole body is read first. */
export const base: Endpoint = {
  name: 'base',
  methods: ['POST'],
  allowMethods: 'POST, OPTIONS',
  path: '/base/',
  async answer(exchange) {
    const { emulation, entry, request } = exchange
    await emulation.store.discardExpiredUploads(emulation.clock.nowMs() - PART_URL_LIFETIME_MS)
    const form = await readForm(request, exchange.body)
    const project = identifyProject(exchange, form, 'UPLOADCARE_PUB_KEY')
    const permit = await authorize(exchange, project, form)
    const attributes = {
      isStored: readIsStored(form.get('UPLOADCARE_STORE'), project),
      metadata: readMetadata(form),
      tags: readTags(form),
    }
    if (form.files.length === 0) throw apiError('FilesRequiredError')
    if (form.files.some(({ sizeBytes }) => sizeBytes >= LARGEST_DIRECT_UPLOAD_BYTES)) {
      throw apiError('FileSizeLimitExceededError')
    }

    const files: StoredFile[] = []
    try {
      for (const { fileName, contentType, chunks } of form.files) {
        const bytes = await emulation.storage.keep(chunks)
        const newFile = {
          ...attributes,
          originalFilename: baseName(fileName),
          declaredType: contentType,
          bytes,
        }
        files.push(await admitFile(emulation, project, newFile))
      }
      permit.spend(files.length)
    } catch (error) {
      // All files are uploaded, or none.
      await Promise.all(files.map(({ bytes }) => bytes.discard()))
      throw error
    }
    for (const file of files) {
      emulation.fileActions.add(file, exchange.baseUrl)
    }
    entry.id = files.map(({ uuid }) => uuid).join(' ')
    return jsonResponse(
      Object.fromEntries(form.files.map(({ fieldName }, index) => [fieldName, files[index]?.uuid])),
    )
  },
}
