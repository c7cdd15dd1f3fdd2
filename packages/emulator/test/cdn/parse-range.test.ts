import { expect, test } from 'vitest'
import { parseRange } from '../../src/cdn/parse-range.js'

test.each([
  ['bytes=0-3', { fromByte: 0, toByte: 4 }],
  ['bytes=7-', { fromByte: 7, toByte: 10 }],
  ['bytes=-3', { fromByte: 7, toByte: 10 }],
  ['bytes=-30', { fromByte: 0, toByte: 10 }],
  ['bytes=5-99', { fromByte: 5, toByte: 10 }],
  ['bytes=10-', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=5-2', undefined],
  ['bytes=0-1,3-4', undefined],
  ['bytes=-', undefined],
  ['lines=0-1', undefined],
  [null, undefined],
])('parseRange reads %s of ten bytes as %o', (header, range) => {
  expect(parseRange(header, 10)).toEqual(range)
})
