// React Server Components allow no `export *` in a module for the client.
export type { DropZoneOptions } from '@secure-uploading/client/drop-zone'
export { createUploadQueue } from '@secure-uploading/client/queue'
export type {
  AddOptions,
  ResumeStore,
  UploadItem,
  UploadItemStatus,
  UploadQueue,
  UploadQueueOptions,
  UploadQueueSettings,
  UploadQueueState,
  UploadQueueTarget,
  WaitingFor,
} from '@secure-uploading/client/queue'
export type { UploadRoute } from '@secure-uploading/client/routes'
export { useDropZone, type DropZoneInputProps, type UseDropZoneResult } from './use-drop-zone.js'
export { useUploadQueue, type UseUploadQueueResult } from './use-upload-queue.js'
