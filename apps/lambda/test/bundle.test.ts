import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
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
  const files = await readdir(built('page'), { recursive: true })
  const scripts = files.filter((name) => /\.(js|css|html|map)$/.test(name))
  expect(scripts.length).toBeGreaterThan(2)
  for (const name of scripts) {
    const text = await readFile(path.join(built('page'), name), 'utf8')
    expect.soft(text, name).not.toMatch(/SECRET|demosecretkey|importKey|HMAC/)
  }
})

test('the bundle holds no secret either', async () => {
  expect(await readFile(HANDLER, 'utf8')).not.toContain('demosecretkey')
})
