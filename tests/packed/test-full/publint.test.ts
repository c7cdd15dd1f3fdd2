import { readFile } from 'node:fs/promises'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { describe, expect, it } from 'vitest'
import { NAMED_TARBALLS } from './tarballs/tarballs.js'

/**
 * The client replaces a module by the field `browser`. The condition `browser` is no alternative: test runners set it in Node, and
 * webpack 4 and Metro without exports ignore it.
 */
const ACCEPTED: Readonly<Record<string, string>> = {
  '@secure-uploading/client': 'USE_EXPORTS_OR_IMPORTS_BROWSER',
}

describe('publint', () => {
  it.each(NAMED_TARBALLS)('finds no problem in the tarball of %s in strict mode', async (name, tarball) => {
    const { buffer } = new Uint8Array(await readFile(tarball.path))
    const { messages, pkg } = await publint({ pack: { tarball: buffer }, strict: true })
    const problems = messages.filter(({ code }) => code !== ACCEPTED[name])
    expect(problems.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([])
  })
})
