import { expect, it } from 'vitest'
import { retryAfterMs } from '../../src/time/retry-after-ms.js'

it.each([
  ['0', 0],
  ['3', 3000],
  ['1e999', 86_400_000],
  ['99999999999', 86_400_000],
  ['Tue, 14 Nov 2023 22:13:20 GMT', 0],
  ['Tue, 14 Nov 2023 22:13:27 GMT', 7000],
  // The other two forms of RFC 9110.
  ['Tuesday, 14-Nov-23 22:13:27 GMT', 7000],
  ['Tue Nov 14 22:13:27 2023', 7000],
  [' Tue Nov 14 22:13:27 2023 ', 7000],
  ['1.5', 1500],
  [' 3 ', 3000],
  // Unix seconds, of 7 seconds later and of a day and an hour later.
  ['1700000007', 7000],
  ['1700090000', 86_400_000],
  // A header that two servers set.
  ['3, 5', 3000],
  ['3,Tue, 14 Nov 2023 22:13:27 GMT', 3000],
])('retryAfterMs reads %s as %i ms after the date of the server', (header, delayMs) => {
  expect(retryAfterMs(header, Date.parse('Tue, 14 Nov 2023 22:13:20 GMT'))).toBe(delayMs)
})

it.each([
  null,
  '',
  ' ',
  '-1',
  'NaN',
  'soon',
  '5 minutes',
  ',',
  '-1, 3',
  '1699999999',
  'Tue, 14 Nov 2023 22:13:19 GMT',
])('retryAfterMs ignores %s', (header) => {
  expect(retryAfterMs(header, Date.parse('Tue, 14 Nov 2023 22:13:20 GMT'))).toBeUndefined()
})
