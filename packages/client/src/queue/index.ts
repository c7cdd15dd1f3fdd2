export { createUploadQueue } from './create-upload-queue.js'
export type { ResumeStore } from '../resumable/resume-store.js'
export type { UploadItem, UploadItemStatus, WaitingFor } from './upload-item.js'
export type {
  AddOptions,
  UploadQueue,
  UploadQueueOptions,
  UploadQueueSettings,
  UploadQueueState,
  UploadQueueTarget,
} from './upload-queue.js'
