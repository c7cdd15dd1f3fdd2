import { afterEach, describe, expect, it, vi } from 'vitest'
import { httpDateMs } from '../../src/time/http-date-ms.js'

const HOUR_MS = 3_600_000

describe('httpDateMs', () => {
  afterEach(() => vi.restoreAllMocks())

  it.each([
    'Sun, 06 Nov 1994 08:49:37 GMT',
    'Sunday, 06-Nov-94 08:49:37 GMT',
    'Sun Nov  6 08:49:37 1994',
    ' Sun Nov  6 08:49:37 1994 ',
  ])('reads "%s" in UTC, also on a device in another time zone', (date) => {
    const { parse } = Date
    // Without a time zone, Date.parse takes that of the device.
    vi.spyOn(Date, 'parse').mockImplementation(
      (text) => parse(text) - (text.includes('GMT') ? 0 : 9 * HOUR_MS),
    )
    expect(httpDateMs(date)).toBe(Date.UTC(1994, 10, 6, 8, 49, 37))
  })

  it.each([null, '', 'soon', 'Sun, 06 Nov 1994 08:49:37 GMT, Sun, 06 Nov 1994 08:49:38 GMT'])(
    'returns NaN for %j',
    (date) => {
      expect(httpDateMs(date)).toBeNaN()
    },
  )
})
