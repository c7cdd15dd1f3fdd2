import { readFile } from 'node:fs/promises'
import { displayText, splitFileName } from '@secure-uploading/demo-kit/texts'
import { describe, expect, it } from 'vitest'

describe('splitFileName', () => {
  it.each([
    ['report.final.pdf', 'report.f', 'inal', '.pdf'],
    ['cat.png', '', 'cat', '.png'],
    ['a.b', '', 'a', '.b'],
    ['archive.tar.gz', 'archive', '.tar', '.gz'],
    ['holiday 😀😀😀😀😀.jpg', 'holiday 😀', '😀😀😀😀', '.jpg'],
    ['family 👩‍👩‍👧👍🏽e\u0301x.jpg', 'family ', '👩‍👩‍👧👍🏽e\u0301x', '.jpg'],
    ['.gitignore', '.gitig', 'nore', ''],
    ['README', 'RE', 'ADME', ''],
    ['name.', 'n', 'ame.', ''],
    ['a sentence. And another one', 'a sentence. And another', ' one', ''],
    ['two\nlines.txt', 'two\nl', 'ines', '.txt'],
    ['', '', '', ''],
  ])('splits "%s" into "%s", "%s" and "%s"', (name, start, end, extension) => {
    expect(splitFileName(name)).toEqual({ start, end, extension })
  })

  it('is the same as in the upload panels', async () => {
    const read = (path: string) => readFile(new URL(path, import.meta.url), 'utf8')
    expect(await read('../../panel/split-file-name.ts')).toBe(
      await read('../../../../apps/panels/react/registry/upload-panel/split-file-name.ts'),
    )
  })
})

describe('displayText', () => {
  it.each([
    ['photo\u202Egnp.exe', 'photognp.exe'],
    ['\u2066a\u2069\u200Fb\u061C', 'ab'],
    ['two\nlines\u2028.txt', 'two lines .txt'],
    ['דוח 👩‍👩‍👧.pdf', 'דוח 👩‍👩‍👧.pdf'],
  ])('of %j is %j', (text, displayed) => {
    expect(displayText(text)).toBe(displayed)
  })
})
