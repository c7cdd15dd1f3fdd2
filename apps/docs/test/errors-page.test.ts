import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { SITE_FOLDER } from './serve-site.js'

const UNION = path.resolve(import.meta.dirname, '../../../packages/core/src/token/secure-upload-error.ts')

/** Returns the codes of the type `SecureUploadErrorCode`. */
function codesOfUnion(): string[] {
  const [, union = ''] = /type SecureUploadErrorCode =(.*?)\n\n/s.exec(readFileSync(UNION, 'utf8')) ?? []
  return [...union.matchAll(/\| '(?<code>ERR_\w+)'/g)].map(({ groups }) => groups?.['code'] ?? '')
}

const headings = [
  ...readFileSync(path.join(SITE_FOLDER, 'errors.html'), 'utf8').matchAll(/<h3 id="(?<id>ERR_\w+)"/g),
].map(({ groups }) => groups?.['id'] ?? '')

describe('the page about errors', () => {
  it('has one heading for each code, in the order of the type, which is its anchor', () => {
    expect(codesOfUnion()).toContain('ERR_TOKEN_REFUSED')
    expect(headings).toEqual(codesOfUnion())
  })
})
