import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const PACKAGE = path.resolve(import.meta.dirname, '..')
const COMMITTED = path.resolve(PACKAGE, '../../docs/api')

let generated: string
beforeAll(async () => {
  generated = await mkdtemp(path.join(tmpdir(), 'api-reference-'))
  const script = path.join(PACKAGE, 'generate-api-reference.mjs')
  await promisify(execFile)(process.execPath, [script, generated])
})
afterAll(() => rm(generated, { recursive: true }))

describe('docs/api', () => {
  it('matches the docstrings (if not, run "npm run docs")', () => {
    expect(pagesIn(COMMITTED)).toEqual(pagesIn(generated))
  })
})

function pagesIn(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.md'),
  )
  return Object.fromEntries(files.sort().map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]))
}
