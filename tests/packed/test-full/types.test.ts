import { copyFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { entriesOf } from '../entries-of.js'
import { isEsmOnly } from '../is-esm-only.js'
import { ALL_PACKAGES } from './consumer/all-packages.js'
import { installConsumer } from './consumer/install-consumer.js'
import { runIn } from './consumer/run-in.js'
import { TARBALLS } from './tarballs/tarballs.js'

const project = installConsumer('every-entry', ALL_PACKAGES)
const namesOf = (tarballs: readonly (typeof TARBALLS)[number][]) =>
  tarballs.flatMap(({ manifest }) => entriesOf(manifest)).map((entry) => entry.name)

const ENTRIES = namesOf(TARBALLS)
/** The entries that CommonJS can load. */
const DUAL_ENTRIES = namesOf(TARBALLS.filter(({ manifest }) => !isEsmOnly(manifest)))

const STRICTEST = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--skipLibCheck', 'false']
const FOR_ALL = ['--target', 'ES2022', '--lib', 'ES2022,DOM,DOM.Iterable', '--types', 'node']

/** Returns TypeScript's errors in our declarations and in the code that uses them, without those in third-party declarations. */
async function typeErrors(compiler: string, options: readonly string[]): Promise<string[]> {
  const tsc = path.join(project.folder, 'node_modules', compiler, 'bin/tsc')
  const printed = await runIn(project.folder, 'node', [tsc, ...STRICTEST, ...FOR_ALL, ...options]).catch(
    (error: unknown) => (error as Error).message,
  )
  return printed
    .split('\n')
    .filter((line) => /^(use-|import-|node_modules\/@secure-uploading\/|error )/.test(line))
}

// With `skipLibCheck` off, importing an entry checks all its declarations, so the second file covers every entry.
const FILES = ['use-packages', 'import-every-entry']

beforeAll(async () => {
  for (const type of ['ts', 'mts', 'cts']) {
    const entries = type === 'cts' ? DUAL_ENTRIES : ENTRIES
    const imports = entries.map((entry, index) => `export * as entry${index} from '${entry}'\n`)
    await writeFile(path.join(project.folder, `import-every-entry.${type}`), imports)
  }
  const source = path.join(project.folder, 'use-packages.ts')
  for (const type of ['mts', 'cts']) await copyFile(source, source.replace(/ts$/, type))
})

describe.each([
  ['5.0 (the oldest supported)', 'typescript-oldest'],
  ['7.0 (the newest)', 'typescript-newest'],
])('TypeScript %s', (_version, compiler) => {
  it.each([
    ['as an ES module', 'mts', ['--module', 'NodeNext', '--moduleResolution', 'NodeNext']],
    ['as CommonJS', 'cts', ['--module', 'NodeNext', '--moduleResolution', 'NodeNext']],
    ['for a bundler', 'ts', ['--module', 'ESNext', '--moduleResolution', 'Bundler']],
  ])('compiles code that uses every entry %s and rejects invalid uses', async (_kind, type, options) => {
    const files = FILES.map((file) => `${file}.${type}`)
    expect(await typeErrors(compiler, ['--esModuleInterop', ...files, ...options])).toEqual([])
  })

  it('reports the type errors of an invalid file', async () => {
    const invalid = `import { createSigner } from '@secure-uploading/core'
      void createSigner({ secretKey: 'demosecretkey' }).sign({ expiresIn: '30m' })
      export * as nothing from '@secure-uploading/core/nothing'`
    await writeFile(path.join(project.folder, 'use-invalid.ts'), invalid)
    const options = ['use-invalid.ts', '--module', 'ESNext', '--moduleResolution', 'Bundler']
    expect(await typeErrors(compiler, options)).toEqual([
      expect.stringContaining('use-invalid.ts(2,'),
      expect.stringContaining('use-invalid.ts(3,'),
    ])
  })
})

describe('every entry', () => {
  it('exports the same names to ES modules and to CommonJS', async () => {
    const printed = await project.run('node', 'load-entries.cjs', ...DUAL_ENTRIES)
    const names = JSON.parse(printed) as Record<string, { imported: string[]; required: string[] }>
    expect(Object.keys(names)).toEqual(DUAL_ENTRIES)
    for (const [entry, { imported, required }] of Object.entries(names)) {
      expect({ entry, required }).toEqual({ entry, required: imported })
      expect(imported.length).toBeGreaterThan(0)
    }
  })
})
