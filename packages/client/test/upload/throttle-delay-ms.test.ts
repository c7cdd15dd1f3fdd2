import { UploadError } from '@uploadcare/upload-client'
import { expect, it } from 'vitest'
import { throttleDelayMs } from '../../src/upload/throttle-delay-ms.js'

const NOW_MS = Date.UTC(2026, 0, 1)

const throttled = (headers?: Record<string, string>): UploadError =>
  new UploadError('Request was throttled.', 'RequestThrottledError', undefined, undefined, headers)

it.each<[string, unknown, number]>([
  ['as many seconds as Uploadcare says', throttled({ 'retry-after': '3' }), 3000],
  [
    'until the date that Uploadcare says',
    throttled({ 'retry-after': new Date(NOW_MS + 4000).toUTCString() }),
    4000,
  ],
  ['15 seconds when it says nothing', throttled({}), 15_000],
  ['15 seconds when the headers are not known', throttled(), 15_000],
  ['15 seconds when it says what nobody understands', throttled({ 'retry-after': 'soon' }), 15_000],
  ['15 seconds after any other error', new Error('…'), 15_000],
])('waits %s', (_what, error, delayMs) => {
  expect(throttleDelayMs(error, NOW_MS)).toBe(delayMs)
})
