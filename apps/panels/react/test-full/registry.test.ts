import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { registryItemSchema } from 'shadcn/schema'
import { describe, expect, it } from 'vitest'

const APP = path.resolve(import.meta.dirname, '..')

describe('the shadcn registry', () => {
  it('contains the upload panel with the text of its files, in the schema of shadcn', async () => {
    const built: unknown = JSON.parse(
      await readFile(path.join(APP, 'dist/registry/upload-panel.json'), 'utf8'),
    )
    const { files = [] } = registryItemSchema.parse(built)
    expect(files.map((file) => path.basename(file.path))).toEqual([
      'upload-panel.tsx',
      'upload-panel-list.tsx',
      'upload-panel-row.tsx',
      'upload-panel-row-actions.tsx',
      'upload-panel-file-name.tsx',
      'split-file-name.ts',
      'with-focused-row.ts',
      'describe-upload.ts',
    ])
    for (const file of files) expect(file.content).toBe(await readFile(path.join(APP, file.path), 'utf8'))
  })

  it('lists every package that its files import', async () => {
    const registry = JSON.parse(await readFile(path.join(APP, 'registry.json'), 'utf8')) as {
      items: { dependencies: string[]; files: { path: string }[] }[]
    }
    for (const { dependencies, files } of registry.items) {
      const sources = await Promise.all(files.map((file) => readFile(path.join(APP, file.path), 'utf8')))
      const imported = sources.flatMap((source) =>
        Array.from(source.matchAll(/from '([^'@.][^']*|@[a-z][^']*)'/g), ([, name = '']) => name),
      )
      expect(imported.filter((name) => name !== 'react' && !dependencies.includes(name))).toEqual([])
    }
  })
})
