import { describe, vi } from 'vitest'
import { describeHandlers, type MswModules } from './describe-handlers.js'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
const isSupported = major > 22 || (major === 22 && minor >= 12)

// msw 3 requires Node 22.12.
describe.skipIf(!isSupported)('on Node 22.12 or newer', () => {
  describeHandlers('msw 3', async () => {
    // The handlers import msw 3 instead of msw 2.
    vi.resetModules()
    vi.doMock('msw', async () => import('msw-3'))
    const { setupServer } = await import('msw-3/node')
    const { emulatorHandlers } = await import('../../src/msw/index.js')
    vi.doUnmock('msw')
    vi.resetModules()
    return { emulatorHandlers, setupServer } as unknown as MswModules
  })
})
