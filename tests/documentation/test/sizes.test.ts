import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { bench } from '../../../bench/benches/page-size.bench.mjs'

const PAGE = path.resolve(import.meta.dirname, '../../../apps/docs/pages/sizes-and-speed.md')
/** About one percent of the largest program, so that a change of a few bytes needs no new number. */
const TOLERANCE_KB = 0.25

const documented = new Map(
  Array.from(
    readFileSync(PAGE, 'utf8').matchAll(/^\| (?<program>[^|]+?) +\| (?<kilobytes>[\d.]+) +\|/gm),
    ({ groups }) => [groups?.['program'] ?? '', Number(groups?.['kilobytes'])],
  ),
)

/** The size of our programs and of upload-client's, from the names of the rows: "download of uploadFile (16153 B) vs. …". */
const measured = new Map(
  (await bench()).flatMap(({ name }) =>
    Array.from(
      name.matchAll(/(?<program>\w+) \((?<bytes>\d+) B\)/g),
      ({ groups }) => [groups?.['program'] ?? '', Number(groups?.['bytes']) / 1000] as const,
    ),
  ),
)

describe('the page about sizes', () => {
  it.each([
    ['our token source, for File Uploader', 'createTokenSource'],
    ['`UploadClient` of `@uploadcare/upload-client`', 'UploadClient'],
    ['**our `uploadFile`**, upload-client included', 'uploadFile'],
    ['**our `SecureUploadClient`**, upload-client included', 'SecureUploadClient'],
  ])('has the size of %s', (program, name) => {
    const difference = Math.abs((documented.get(program) ?? NaN) - (measured.get(name) ?? NaN))

    expect(
      difference,
      `"npm run bench -- page-size" measures ${String(measured.get(name))} kB`,
    ).toBeLessThanOrEqual(TOLERANCE_KB)
  })

  it('lists the programs from small to large', () => {
    expect([...documented.values()]).toEqual([...documented.values()].sort((a, b) => a - b))
  })
})
