import { smallRuntimePath } from '@secure-uploading/aws-stand-in'
import type { RunningDemo } from '@secure-uploading/demo-kit'
import { startDemo, type LambdaDemoSettings } from '../demo/start-demo.js'
import { built } from './built.js'

/** Starts the demo on free ports. */
export function startLambdaDemo(
  settings: Pick<LambdaDemoSettings, 'tokenSeconds' | 'accessTokenSeconds'> &
    Partial<Pick<LambdaDemoSettings, 'uploadcareKeys'>>,
): Promise<RunningDemo> {
  return startDemo({
    uploadcareKeys: undefined,
    ...settings,
    port: 0,
    emulatorPort: 0,
    runtime: [process.execPath, smallRuntimePath()],
    functionFolder: built('function'),
    pageFolder: built('page'),
  })
}
