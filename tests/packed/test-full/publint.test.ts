import { readFile } from 'node:fs/promises'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { expect, it } from 'vitest'
import { NAMED_TARBALLS } from './packed/tarballs.js'

it.each(NAMED_TARBALLS)('publint, strict, has nothing to say about %s', async (_name, tarball) => {
  const { buffer } = new Uint8Array(await readFile(tarball.path))
  const { messages, pkg } = await publint({ pack: { tarball: buffer }, strict: true })
  expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([])
})
