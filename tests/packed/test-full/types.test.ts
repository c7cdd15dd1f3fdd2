import { copyFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { entriesOf } from '../entries-of.js'
import { ALL_PACKAGES } from './consumer/all-packages.js'
import { installConsumer } from './consumer/install-consumer.js'
import { runIn } from './consumer/run-in.js'
import { TARBALLS } from './packed/tarballs.js'

const project = installConsumer('every-entry', ALL_PACKAGES)
const ENTRIES = TARBALLS.flatMap(({ manifest }) => entriesOf(manifest)).map((entry) => entry.name)

const STRICTEST = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--skipLibCheck', 'false']
const FOR_ALL = ['--target', 'ES2022', '--lib', 'ES2022,DOM,DOM.Iterable', '--types', 'node']

/** What TypeScript says of our declarations and of the code that uses them; others' declarations are theirs. */
async function complaintsOf(compiler: string, options: readonly string[]): Promise<string[]> {
  const tsc = path.join(project.folder, 'node_modules', compiler, 'bin/tsc')
  const printed = await runIn(project.folder, 'node', [tsc, ...STRICTEST, ...FOR_ALL, ...options]).catch(
    (error: unknown) => (error as Error).message,
  )
  return printed
    .split('\n')
    .filter((line) => /^(use-|import-|node_modules\/@secure-uploading\/|error )/.test(line))
}

// The compiler skips no declaration, so of every entry all is checked, though the second file does no more than import it.
const FILES = ['use-packages', 'import-every-entry']

beforeAll(async () => {
  const imports = ENTRIES.map((entry, index) => `export * as entry${index} from '${entry}'\n`)
  await writeFile(path.join(project.folder, 'import-every-entry.ts'), imports)
  for (const file of FILES) {
    const source = path.join(project.folder, `${file}.ts`)
    for (const type of ['mts', 'cts']) await copyFile(source, source.replace(/ts$/, type))
  }
})

describe.each([
  ['5.0, the oldest that our READMEs promise,', 'typescript-oldest'],
  ['7.0, the newest,', 'typescript-newest'],
])('TypeScript %s', (_version, compiler) => {
  it.each([
    ['as a module', 'mts', ['--module', 'NodeNext', '--moduleResolution', 'NodeNext']],
    ['as CommonJS', 'cts', ['--module', 'NodeNext', '--moduleResolution', 'NodeNext']],
    ['for a bundler', 'ts', ['--module', 'ESNext', '--moduleResolution', 'Bundler']],
  ])('compiles a use of every entry %s, and refuses what is wrong', async (_kind, type, options) => {
    const files = FILES.map((file) => `${file}.${type}`)
    expect(await complaintsOf(compiler, ['--esModuleInterop', ...files, ...options])).toEqual([])
  })

  it('says what is wrong with a file that is wrong', async () => {
    const wrong = `import { createSigner } from '@secure-uploading/core'
      void createSigner({ secretKey: 'demosecretkey' }).sign({ expiresIn: '30m' })
      export * as nothing from '@secure-uploading/core/nothing'`
    await writeFile(path.join(project.folder, 'use-wrongly.ts'), wrong)
    const options = ['use-wrongly.ts', '--module', 'ESNext', '--moduleResolution', 'Bundler']
    expect(await complaintsOf(compiler, options)).toEqual([
      expect.stringContaining('use-wrongly.ts(2,'),
      expect.stringContaining('use-wrongly.ts(3,'),
    ])
  })
})

it('every entry exports the same names to modules and to CommonJS', async () => {
  const printed = await project.run('node', 'load-entries.cjs', ...ENTRIES)
  const names = JSON.parse(printed) as Record<string, { imported: string[]; required: string[] }>
  expect(Object.keys(names)).toEqual(ENTRIES)
  for (const [entry, { imported, required }] of Object.entries(names)) {
    expect({ entry, required }).toEqual({ entry, required: imported })
    expect(imported.length).toBeGreaterThan(0)
  }
})
