export { describeCopies } from './describe-copies.js'
export { describeUploadPanel } from './describe-upload-panel.js'
