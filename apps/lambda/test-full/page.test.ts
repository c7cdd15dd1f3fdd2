import { openDemoInChromium, testUploadPage } from '@secure-uploading/demo-kit/testing'
import { describeInChromium } from '@secure-uploading/tooling/chromium'
import { startLambdaDemo } from '../test/start-lambda-demo.js'

describeInChromium('the page', () => {
  // The JWT ends too while files are being uploaded.
  testUploadPage(openDemoInChromium(() => startLambdaDemo({ tokenSeconds: 3, accessTokenSeconds: 4 })))
})
