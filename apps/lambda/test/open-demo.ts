import path from 'node:path'
import type { RunningDemo } from '@secure-uploading/demo-kit'
import type { Emulator } from '@secure-uploading/emulator'
import { afterAll, beforeAll } from 'vitest'
import { startDemo } from '../local/start-demo.js'
import { built } from './built.js'

/** Starts the demo as `npm run demo:lambda` does, for the tests of one file or `describe`. */
export function openDemo(seconds: { tokenSeconds: number; accessTokenSeconds: number }) {
  let running: RunningDemo
  beforeAll(async () => {
    running = await startDemo({
      ...seconds,
      port: 0,
      emulatorPort: 0,
      uploadcareKeys: undefined,
      runtime: [process.execPath, path.join(built('local'), 'runtime.js')],
      functionFolder: built('function'),
      pageFolder: built('page'),
    })
  })
  afterAll(() => running.close())
  return {
    get url(): string {
      return running.url
    },
    get emulator(): Emulator {
      if (!running.uploads.emulator) throw new Error('The demo runs without the emulator')
      return running.uploads.emulator
    },
  }
}
