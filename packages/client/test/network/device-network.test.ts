import { afterEach, expect, it, vi } from 'vitest'
import { deviceNetwork } from '../../src/network/device-network.js'

afterEach(() => vi.unstubAllGlobals())

it.each([
  ['offline', { onLine: false }, true],
  ['online', { onLine: true }, false],
  ['not reporting its state', {}, false],
  ['without a navigator', undefined, false],
])('deviceNetwork.isOffline() follows a device that is %s', (_what, navigator, isOffline) => {
  vi.stubGlobal('navigator', navigator)
  expect(deviceNetwork.isOffline()).toBe(isOffline)
})

it('deviceNetwork.untilOnline() resolves on the online event, and removes its listener on abort', async () => {
  const page = new EventTarget()
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page))
  const aborter = new AbortController()
  let wasCalled = false
  void deviceNetwork.untilOnline(aborter.signal).then(() => {
    wasCalled = true
  })
  const online = deviceNetwork.untilOnline(new AbortController().signal)
  aborter.abort()
  page.dispatchEvent(new Event('online'))
  await online
  expect(wasCalled).toBe(false)
})
