import { identifyProject } from '../credentials/identify-project.js'
import type { Endpoint } from '../http/exchange.js'
import { jsonResponse } from '../http/json-response.js'
import { readForm } from '../http/read-form.js'
import { apiError } from '../errors/upload-api-error.js'
import { admitFile } from '../store/admit-file.js'
import { fileInfo } from '../store/file-info.js'
import { joinBytes } from '../store/join-bytes.js'
import type { MultipartUpload } from '../store/multipart-upload.js'
import type { StoredBytes } from '../store/stored-bytes.js'
import { isUuid } from '../uuid.js'

/** Joins the parts into one file. It requires no credential: the start of the upload did. */
export const multipartComplete: Endpoint = {
  name: 'multipart/complete',
  methods: ['POST'],
  allowMethods: 'POST, OPTIONS',
  path: '/multipart/complete/',
  async answer(exchange) {
    const { emulation } = exchange
    const { store } = emulation
    const form = await readForm(exchange.request, exchange.body)
    const project = identifyProject(exchange, form, 'UPLOADCARE_PUB_KEY')
    const { publicKey } = project
    const uuid = form.get('uuid')
    if (uuid === undefined) throw apiError('MultipartFileIdRequiredError')
    if (!isUuid(uuid)) throw apiError('UUIDInvalidError')
    exchange.entry.id = uuid
    if (store.files.getAny(uuid)?.publicKey === publicKey) throw apiError('MultipartFileAlreadyUploadedError')
    const upload = store.uploads.get(uuid)
    if (upload?.publicKey !== publicKey) throw apiError('MultipartFileNotFoundError')

    const bytes = joinBytes(completeParts(upload))
    // From here on parts must not be replaced: the file owns the bytes.
    store.uploads.delete(uuid)
    const { originalFilename, declaredType, isStored, metadata, tags } = upload
    const newFile = { uuid, originalFilename, declaredType, bytes, isStored, metadata, tags }
    const file = await admitFile(emulation, project, newFile)
    emulation.fileActions.add(file, exchange.baseUrl)
    return jsonResponse(fileInfo(file, emulation.readiness.isReady(file)))
  },
}

/**
 * Returns the parts in order. There must be no gap, and all parts but the last must have the size of the start request.
 * The last one may be larger: uploadcare-widget adds a short rest to it, and leaves its URL unused.
 */
function completeParts({ parts, sizeBytes, partSizeBytes }: MultipartUpload): StoredBytes[] {
  const inOrder = [...parts].sort(([a], [b]) => a - b).map(([, bytes]) => bytes)
  const uploadedBytes = inOrder.reduce((total, part) => total + part.sizeBytes, 0)
  if (uploadedBytes < sizeBytes || inOrder.some((_, index) => !parts.has(index + 1))) {
    throw apiError('MultipartUploadSizeTooSmallError')
  }
  if (uploadedBytes > sizeBytes) throw apiError('MultipartUploadSizeTooLargeError')
  if (inOrder.slice(0, -1).some((part) => part.sizeBytes !== partSizeBytes)) {
    throw apiError('MultipartFileCompletionFailedError')
  }
  return inOrder
}
