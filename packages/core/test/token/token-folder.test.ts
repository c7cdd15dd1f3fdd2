import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const PACKAGE = path.join(import.meta.dirname, '../..')

const readJson = async (file: string): Promise<Record<string, unknown>> =>
  JSON.parse(await readFile(path.join(PACKAGE, file), 'utf8')) as Record<string, unknown>

interface Entry {
  import: { types: string; default: string }
  require: { types: string; default: string }
}

// webpack 4, Parcel 2 and Metro by default do not read "exports". They find a subpath only as a folder.
describe('the folder token', () => {
  it('is published, and names the same files as the entry in exports', async () => {
    const { exports, files } = (await readJson('package.json')) as {
      exports: Record<'./token', Entry>
      files: string[]
    }
    const entry = exports['./token']
    const { main, module, types } = (await readJson('token/package.json')) as Record<string, string>
    const fromRoot = (file = ''): string => `./${path.posix.join('token', file)}`

    expect(files).toContain('token')
    expect([fromRoot(main), fromRoot(module), fromRoot(types)]).toEqual([
      entry.require.default,
      entry.import.default,
      entry.require.types,
    ])
  })
})
