import { UploadError } from '@uploadcare/upload-client'
import { expect, it } from 'vitest'
import { throttleDelayMs } from '../../src/requests/throttle-delay-ms.js'

const NOW_MS = Date.UTC(2026, 0, 1)

const throttled = (headers?: Record<string, string>): UploadError =>
  new UploadError('Request was throttled.', 'RequestThrottledError', undefined, undefined, headers)

it.each<[string, unknown, number]>([
  ['the seconds in Retry-After', throttled({ 'retry-after': '3' }), 3000],
  [
    'until the date in Retry-After',
    throttled({ 'retry-after': new Date(NOW_MS + 4000).toUTCString() }),
    4000,
  ],
  ['15 seconds without Retry-After', throttled({}), 15_000],
  ['15 seconds without headers', throttled(), 15_000],
  ['15 seconds for a malformed Retry-After', throttled({ 'retry-after': 'soon' }), 15_000],
  ['15 seconds after another error', new Error('…'), 15_000],
])('throttleDelayMs returns %s', (_what, error, delayMs) => {
  expect(throttleDelayMs(error, NOW_MS)).toBe(delayMs)
})
