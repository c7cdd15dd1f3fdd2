import { afterEach, describe, expect, it, vi } from 'vitest'
import { packFiles } from '../../src/small-files/pack-files.js'

const files = [new Blob(['a']), new Blob(['b'])]

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('packFiles', () => {
  it('packs two small files', () => {
    expect(packFiles(files, {}, 25)).toHaveLength(1)
  })

  it.each(['FormData', 'Response'])('packs nothing on a platform without %s, like jsdom', (name) => {
    vi.stubGlobal(name, undefined)
    expect(packFiles(files, {}, 25)).toEqual([])
  })
})
