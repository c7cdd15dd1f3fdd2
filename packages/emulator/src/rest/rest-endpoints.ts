import type { ServedEndpoint } from '../http/exchange.js'
import { fileMetadataKey } from './files/file-metadata-key.js'
import { fileMetadata } from './files/file-metadata.js'
import { fileStorage } from './files/file-storage.js'
import { file } from './files/file.js'
import { filesStorage } from './files/files-storage.js'
import { createEndpoint } from './http/create-endpoint.js'

/** All endpoints of the REST API, in routing order. */
export const REST_ENDPOINTS: readonly ServedEndpoint[] = [
  filesStorage,
  file,
  fileStorage,
  fileMetadata,
  fileMetadataKey,
].map(createEndpoint)
