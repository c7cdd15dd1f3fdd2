import { describeBehindProxy } from '@secure-uploading/demo-kit/testing'
import { vi } from 'vitest'
import { startDemo } from '../demo/start-demo.mjs'

await describeBehindProxy(async ({ trustProxy }) => {
  // `next start` inherits the environment of this process.
  vi.stubEnv('TRUST_PROXY', String(trustProxy))
  const demo = await startDemo({ port: 0, emulatorPort: 0, uploadcareKeys: undefined, tokenSeconds: 1800 })
  vi.unstubAllEnvs()
  return demo
})
