export { explainPort } from './explain-port.js'
export { listen } from './listen.js'
export { runDemo } from './run-demo.js'
export { settingsFromEnvironment } from './settings-from-environment.js'
export { StartUpError } from './start-up-error.js'
export { startUploadService } from './start-upload-service.js'
export { wholeNumberFrom } from './whole-number-from.js'

/** @typedef {import('./listen.js').Listening} Listening */
/** @typedef {import('./settings-from-environment.js').DemoSettings} DemoSettings */
/** @typedef {import('./start-upload-service.js').UploadService} UploadService */
/** @typedef {import('./run-demo.js').RunningDemo} RunningDemo */
