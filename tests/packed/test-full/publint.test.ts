import { readFile } from 'node:fs/promises'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { describe, expect, it } from 'vitest'
import { NAMED_TARBALLS } from './tarballs/tarballs.js'

describe('publint', () => {
  it.each(NAMED_TARBALLS)('finds no problem in the tarball of %s in strict mode', async (_name, tarball) => {
    const { buffer } = new Uint8Array(await readFile(tarball.path))
    const { messages, pkg } = await publint({ pack: { tarball: buffer }, strict: true })
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([])
  })
})
