export * from '@secure-uploading/client/queue'
export type { DropZoneOptions } from '@secure-uploading/client/drop-zone'
export { useDropZone, type UseDropZoneReturn } from './use-drop-zone.js'
export { useUploadQueue, type UseUploadQueueReturn } from './use-upload-queue.js'
