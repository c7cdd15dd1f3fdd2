import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { filesWith } from '@secure-uploading/demo-kit/testing'
import { expect, test } from 'vitest'
import { built } from './built.js'

const HANDLER = path.join(built('function'), 'handler.mjs')

test('the function is one file of at most 32 kB, 12 kB in a zip', async () => {
  expect(await readdir(built('function'))).toEqual(['handler.mjs'])
  const bytes = await readFile(HANDLER)
  expect(bytes.length).toBeLessThan(32_000)
  expect(gzipSync(bytes).length).toBeLessThan(12_000)
})

test('the function imports nothing, not even of Node', async () => {
  expect(await readFile(HANDLER, 'utf8')).not.toMatch(/\bimport\s*[{*"'(]|\brequire\(/)
})

test('what browsers are given holds no secret, no name of one and no code that signs', async () => {
  expect(await filesWith(built('page'), /SECRET|demosecretkey|importKey|HMAC/)).toEqual([])
  // The search finds what is there.
  expect(await filesWith(built('page'), /\/api\/upload-token/)).not.toEqual([])
})

test('the bundle holds no secret either', async () => {
  expect(await readFile(HANDLER, 'utf8')).not.toContain('demosecretkey')
})
