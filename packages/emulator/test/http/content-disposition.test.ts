import { describe, expect, it } from 'vitest'
import { decodeHeaderValue, parseContentDisposition } from '../../src/http/content-disposition.js'
import { sourceFileName } from '../../src/sources/source-file-name.js'

describe('parseContentDisposition', () => {
  it.each([
    ['attachment; filename="cat.jpg"', 'cat.jpg'],
    ['attachment;filename=cat.jpg', 'cat.jpg'],
    ['filename="cat.jpg"', 'cat.jpg'],
    ['attachment; FileName = cat photo.jpg ; size=3', 'cat photo.jpg'],
    ['attachment; xfilename="no.jpg"', undefined],
    ['attachment; title="x; filename=no.jpg"', undefined],
    ['attachment; filename="a\\"b\\\\c.txt"', 'a"b\\c.txt'],
    ["attachment; filename=plain.txt; filename*=UTF-8''na%C3%AFve.txt", 'naïve.txt'],
    ["attachment; filename*=iso-8859-1'en'caf%E9.txt", 'café.txt'],
    ["attachment; filename=plain.txt; filename*=utf-8''%ff", 'plain.txt'],
    ['inline', undefined],
    ['', undefined],
  ])('reads the file name in %j', (header, filename) => {
    expect(parseContentDisposition(header).filename).toBe(filename)
  })
})

describe('decodeHeaderValue', () => {
  const asLatin1 = (text: string): string => Buffer.from(text).toString('latin1')

  it.each([
    [asLatin1('тест.apk'), 'тест.apk'],
    ['caf\u00e9', 'caf\u00e9'],
    ['plain', 'plain'],
    ['тест', 'тест'],
  ])('decodes %j', (value, decoded) => {
    expect(decodeHeaderValue(value)).toBe(decoded)
  })

  it('names a fetched file after the UTF-8 in its header', () => {
    const headers = new Headers({ 'Content-Disposition': asLatin1('attachment; filename="тест.apk"') })
    expect(sourceFileName({ headers, url: new URL('https://example.com/x') })).toBe('тест.apk')
  })
})

describe('sourceFileName', () => {
  it.each([
    ['attachment; filename="../../cat.jpg"', 'https://example.com/dog.jpg', 'cat.jpg'],
    ['attachment; xfilename="cat.jpg"', 'https://example.com/dog%20photo.jpg?x=1', 'dog photo.jpg'],
    ['', 'https://example.com/%ff', '%ff'],
    ['', 'https://example.com/', 'unnamed'],
  ])('with %j at %s is %s', (disposition, url, name) => {
    const headers = new Headers(disposition === '' ? {} : { 'Content-Disposition': disposition })
    expect(sourceFileName({ headers, url: new URL(url) })).toBe(name)
  })
})
