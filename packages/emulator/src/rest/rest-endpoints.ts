import type { ServedEndpoint } from '../http/exchange.js'
import { fileMetadataKey } from './files/file-metadata-key.js'
import { fileMetadata } from './files/file-metadata.js'
import { fileStorage } from './files/file-storage.js'
import { file } from './files/file.js'
import { filesLocalCopy } from './files/files-local-copy.js'
import { filesStorage } from './files/files-storage.js'
import { files } from './files/files.js'
import { group } from './groups/group.js'
import { groups } from './groups/groups.js'
import { createEndpoint } from './http/create-endpoint.js'
import { project } from './project/project.js'
import { unsubscribe } from './webhooks/unsubscribe.js'
import { webhook } from './webhooks/webhook.js'
import { webhooks } from './webhooks/webhooks.js'

/** All endpoints of the REST API, in routing order. */
export const REST_ENDPOINTS: readonly ServedEndpoint[] = [
  files,
  filesStorage,
  filesLocalCopy,
  file,
  fileStorage,
  fileMetadata,
  fileMetadataKey,
  groups,
  group,
  webhooks,
  unsubscribe,
  webhook,
  project,
].map(createEndpoint)
