import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { headingsOf } from './parse-markdown.js'
import { findPublicEntries } from './public-names.js'

const ROOT = path.resolve(import.meta.dirname, '../../..')
const NAME = /^(?:abstract )?(?<name>\w+)/

const entries = findPublicEntries()
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8')

describe('the documentation', () => {
  it.each(entries.map((entry) => [entry.name, entry] as const))(
    'describes every name that %s exports, in the API reference or, of another package, in the README',
    (name, { folder, names, foreignNames }) => {
      const headings = headingsOf(read(`docs/api/${name}.md`)).map(
        (text) => NAME.exec(text)?.groups?.['name'],
      )
      const readme = read(`packages/${folder}/README.md`)

      expect(
        names.filter((each) => !headings.includes(each)),
        'Run "npm run docs".',
      ).toEqual([])
      expect(foreignNames.filter((each) => !readme.includes(`\`${each}\``))).toEqual([])
    },
  )
})

describe('findPublicEntries', () => {
  const entryOf = (wanted: string) => entries.find(({ name }) => name === wanted)

  it('finds values, types and what an adapter exports again', () => {
    expect(entryOf('@secure-uploading/client')?.names).toEqual(
      expect.arrayContaining(['SecureUploadClient', 'UploadInput']),
    )
    expect(entryOf('@secure-uploading/fastify')?.names).toEqual(
      expect.arrayContaining(['tokenPlugin', 'keysFromEnv', 'TokenHandlerOptions']),
    )
  })

  it('separates the names of other packages', () => {
    expect(entryOf('@secure-uploading/client')?.foreignNames).toEqual([
      'CancelError',
      'NetworkError',
      'UploadError',
    ])
  })
})
