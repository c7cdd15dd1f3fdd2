import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { fileOf, SITE_FOLDER } from './serve-site.js'

const UNION = path.resolve(import.meta.dirname, '../../../packages/core/src/token/secure-upload-error.ts')
const LINK_IN_MESSAGES = /\$\{DOCS_URL\}(?<path>\/\S+?)#\$\{code\}/

/** Returns the codes of a union of strings, also of those that it contains. */
function codesOf(type: string): string[] {
  const [, union = ''] = new RegExp(`type ${type} =(.*?)\\n\\n`, 's').exec(readFileSync(UNION, 'utf8')) ?? []
  return [...union.matchAll(/\| (?:'(?<code>ERR_\w+)'|(?<name>\w+))/g)].flatMap(({ groups }) =>
    groups?.['name'] === undefined ? [groups?.['code'] ?? ''] : codesOf(groups['name']),
  )
}

const headings = [
  ...readFileSync(path.join(SITE_FOLDER, 'errors.html'), 'utf8').matchAll(/<h3 id="(?<id>ERR_\w+)"/g),
].map(({ groups }) => groups?.['id'] ?? '')

describe('the page about errors', () => {
  it('has one heading for each code, in the order of the type, which is its anchor', () => {
    expect(codesOf('SecureUploadErrorCode')).toEqual(
      expect.arrayContaining(['ERR_TOKEN_REFUSED', 'ERR_FILE_TYPE', 'ERR_COMPLETION_PENDING']),
    )
    expect(headings).toEqual(codesOf('SecureUploadErrorCode'))
  })
  it('is served at the path that the messages of the errors link to', () => {
    const { path: linked = '' } = LINK_IN_MESSAGES.exec(readFileSync(UNION, 'utf8'))?.groups ?? {}

    expect(fileOf(SITE_FOLDER, linked)).toBe(path.join(SITE_FOLDER, 'errors.html'))
  })
})
