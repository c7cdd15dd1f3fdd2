import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { filesWith } from '@secure-uploading/demo-kit/testing'
import { describe, expect, it } from 'vitest'
import { built } from './built.js'

const HANDLER = path.join(built('function'), 'handler.mjs')

describe('the bundled function', () => {
  it('is one file of at most 36 kB, or 13.2 kB zipped', async () => {
    expect(await readdir(built('function'))).toEqual(['handler.mjs'])
    const bytes = await readFile(HANDLER)
    expect(bytes.length).toBeLessThan(36_000)
    expect(gzipSync(bytes).length).toBeLessThan(13_200)
  })

  it('imports nothing, including Node built-ins', async () => {
    expect(await readFile(HANDLER, 'utf8')).not.toMatch(/\bimport\s*[{*"'(]|\brequire\(/)
  })

  it('contains no secret', async () => {
    expect(await readFile(HANDLER, 'utf8')).not.toContain('demosecretkey')
  })
})

describe('the built page', () => {
  it('contains no secret, no name of a secret and no signing code', async () => {
    expect(await filesWith(built('page'), /SECRET|demosecretkey|importKey|HMAC/)).toEqual([])
    // Verifies that the search works.
    expect(await filesWith(built('page'), /\/api\/upload-token/)).not.toEqual([])
  })
})
