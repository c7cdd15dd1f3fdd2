export { createResumableUpload } from './create-resumable-upload.js'
export { indexedDbStore } from './indexed-db-store.js'
export type { ResumableUpload, ResumableUploadOptions, ResumableUploadState } from './resumable-upload.js'
export type { ResumeStore } from './resume-store.js'
