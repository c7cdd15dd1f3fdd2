import { splitFileName } from '@secure-uploading/demo-kit/texts'
import { describe, expect, it } from 'vitest'

describe('splitFileName', () => {
  it.each([
    ['report.final.pdf', 'report.final', '.pdf'],
    ['.gitignore', '.gitignore', ''],
    ['README', 'README', ''],
    ['a sentence. And another one', 'a sentence. And another one', ''],
  ])('splits "%s" into "%s" and "%s"', (name, stem, extension) => {
    expect(splitFileName(name)).toEqual({ stem, extension })
  })
})
