import { expect, it } from 'vitest'
import { retryAfterMs } from '../../src/token-source/retry-after-ms.js'

it.each([
  ['0', 0],
  ['3', 3000],
  ['Tue, 14 Nov 2023 22:13:20 GMT', 0],
  ['Tue, 14 Nov 2023 22:13:27 GMT', 7000],
])('%s is %i ms from the moment that the server told', (header, delayMs) => {
  expect(retryAfterMs(header, Date.parse('Tue, 14 Nov 2023 22:13:20 GMT'))).toBe(delayMs)
})

it.each([null, '', '-1', 'soon', 'Tue, 14 Nov 2023 22:13:19 GMT'])('%s says nothing', (header) => {
  expect(retryAfterMs(header, Date.parse('Tue, 14 Nov 2023 22:13:20 GMT'))).toBeUndefined()
})
