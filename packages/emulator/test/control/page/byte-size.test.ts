import { expect, it } from 'vitest'
import { byteSize } from '../../../src/control/page/byte-size.js'
import { unitBytesOf } from '../../../src/control/page/size-unit.js'

it.each([
  [0, '0 bytes'],
  [1023, '1023 bytes'],
  [1024, '1.0 KiB'],
  [1536, '1.5 KiB'],
  [10 * 1024 ** 2, '10.0 MiB'],
  [1024 ** 4, '1.0 TiB'],
  [5000 * 1024 ** 4, '5000.0 TiB'],
])('%d bytes are formatted as %s', (sizeBytes, shown) => {
  expect(byteSize(sizeBytes)).toBe(shown)
})

it.each([
  [null, 1024 ** 2],
  [1, 1],
  [1500, 1],
  [2048, 1024],
  [10 * 1024 ** 2, 1024 ** 2],
  [1024 ** 3, 1024 ** 3],
])('a limit of %j bytes is edited in units of %d bytes', (sizeBytes, unitBytes) => {
  expect(unitBytesOf(sizeBytes)).toBe(unitBytes)
})
