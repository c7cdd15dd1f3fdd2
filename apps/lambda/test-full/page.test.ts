import { openDemoInChromium, testUploadPage } from '@secure-uploading/demo-kit/testing'
import { describeInChromium } from '@secure-uploading/tooling/chromium'
import { startLambdaDemo } from '../test/start-lambda-demo.js'

describeInChromium('the page', () => {
  // The JWT also expires during the uploads.
  testUploadPage(openDemoInChromium(() => startLambdaDemo({ tokenSeconds: 3, accessTokenSeconds: 4 })))
})
