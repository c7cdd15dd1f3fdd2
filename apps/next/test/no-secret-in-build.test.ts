import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'

const STATIC_FOLDER = path.resolve(import.meta.dirname, '../.next/static')

test('what browsers are given holds no secret, no name of one and no code that signs', async () => {
  const names = await readdir(STATIC_FOLDER, { recursive: true })
  const files = names.filter((name) => /\.(js|css|map|html|json)$/.test(name))
  expect(files.length).toBeGreaterThan(5)
  for (const file of files) {
    const text = await readFile(path.join(STATIC_FOLDER, file), 'utf8')
    expect.soft(text, file).not.toMatch(/UPLOADCARE_SECRET_KEY|SESSION_SECRET|demosecretkey|importKey|HMAC/)
  }
})
