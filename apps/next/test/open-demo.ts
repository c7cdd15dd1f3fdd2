import { openDemoInChromium } from '@secure-uploading/demo-kit/testing'
import { startDemo } from '../demo/start-demo.mjs'

/** Starts the demo, with tokens that are valid for three seconds, and a browser. */
export const openDemo = () =>
  openDemoInChromium(() =>
    startDemo({ port: 0, emulatorPort: 0, uploadcareKeys: undefined, tokenSeconds: 3 }),
  )
