/** The exports on `window.client` of the test page. */
export * from '../../src/index.js'
export { createUploadQueue } from '../../src/queue/index.js'
export { createResumableUpload } from '../../src/resumable/index.js'
export { WAYS } from '../gateway/ways.js'
