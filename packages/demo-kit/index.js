export { explainPort } from './explain-port.js'
export { runDemo } from './run-demo.js'
export { settingsFromEnvironment } from './settings-from-environment.js'
export { StartUpError } from './start-up-error.js'
export { startUploadService } from './start-upload-service.js'

/** @typedef {import('./settings-from-environment.js').DemoSettings} DemoSettings */
/** @typedef {import('./start-upload-service.js').UploadService} UploadService */
/** @typedef {import('./run-demo.js').RunningDemo} RunningDemo */
