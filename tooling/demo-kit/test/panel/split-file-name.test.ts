import { splitFileName } from '@secure-uploading/demo-kit/texts'
import { describe, expect, it } from 'vitest'

describe('splitFileName', () => {
  it.each([
    ['report.final.pdf', 'report.f', 'inal.pdf'],
    ['cat.png', '', 'cat.png'],
    ['holiday 😀😀😀😀😀.jpg', 'holiday 😀', '😀😀😀😀.jpg'],
    ['.gitignore', '.gitignore', ''],
    ['README', 'README', ''],
    ['a sentence. And another one', 'a sentence. And another one', ''],
  ])('splits "%s" into "%s" and "%s"', (name, stem, extension) => {
    expect(splitFileName(name)).toEqual({ stem, extension })
  })
})
