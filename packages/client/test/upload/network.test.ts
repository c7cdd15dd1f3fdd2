import { afterEach, expect, it, vi } from 'vitest'
import { deviceNetwork } from '../../src/upload/network.js'

afterEach(() => vi.unstubAllGlobals())

it.each([
  ['that is offline', { onLine: false }, true],
  ['that is online', { onLine: true }, false],
  ['that does not say', {}, false],
  ['without a navigator', undefined, false],
])('believes a device %s', (_what, navigator, isOffline) => {
  vi.stubGlobal('navigator', navigator)
  expect(deviceNetwork.isOffline()).toBe(isOffline)
})

it('waits until the device says that it is online, and listens no longer when that is not wanted', async () => {
  const page = new EventTarget()
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  const aborter = new AbortController()
  let wasHeard = false
  void deviceNetwork.untilOnline(aborter.signal).then(() => {
    wasHeard = true
  })
  const heard = deviceNetwork.untilOnline(new AbortController().signal)
  aborter.abort()
  page.dispatchEvent(new Event('online'))
  await heard
  expect(wasHeard).toBe(false)
})
