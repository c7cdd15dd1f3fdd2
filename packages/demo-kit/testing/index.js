export { describeBehindProxy } from './describe-behind-proxy.js'
export { openDemoInChromium } from './open-demo-in-chromium.js'
export { testUploadPage } from './test-upload-page.js'
export { textFiles } from './text-files.js'
