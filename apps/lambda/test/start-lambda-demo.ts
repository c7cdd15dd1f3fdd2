import path from 'node:path'
import type { RunningDemo } from '@secure-uploading/demo-kit'
import { startDemo } from '../local/start-demo.js'
import { built } from './built.js'

/** Starts the demo as `npm run demo:lambda` does, on free ports. */
export function startLambdaDemo(seconds: {
  tokenSeconds: number
  accessTokenSeconds: number
}): Promise<RunningDemo> {
  return startDemo({
    ...seconds,
    port: 0,
    emulatorPort: 0,
    uploadcareKeys: undefined,
    runtime: [process.execPath, path.join(built('local'), 'runtime.js')],
    functionFolder: built('function'),
    pageFolder: built('page'),
  })
}
