import * as queue from '@secure-uploading/client/queue'
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import * as react from '../src/index.js'

describe('@secure-uploading/react', () => {
  it('exports every value of the upload queue', () => {
    expect(react).toMatchObject(queue)
  })

  it.each(['index.js', 'index.cjs', 'file-uploader.js', 'file-uploader.cjs'])(
    'marks %s as a module for the client of React Server Components',
    async (name) => {
      const source = await readFile(new URL(`../dist/${name}`, import.meta.url), 'utf8')
      expect(source).toMatch(/^['"]use client['"]/)
      // Next refuses `export *` in such a module.
      expect(source).not.toMatch(/^export \*/m)
    },
  )
})
