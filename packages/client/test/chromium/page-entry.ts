/** What the test page has on `window.client`. */
export * from '../../src/index.js'
export { createResumableUpload } from '../../src/resumable/index.js'
