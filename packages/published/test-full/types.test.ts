import { copyFile, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { entriesOf } from '../entries-of.js'
import { installConsumer } from './consumer/install-consumer.js'
import { runIn } from './consumer/run-in.js'
import { TARBALLS } from './packed/tarballs.js'

const project = installConsumer('every-entry')
const ENTRIES = TARBALLS.flatMap(({ manifest }) => entriesOf(manifest)).map((entry) => entry.name)

const STRICTEST = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--skipLibCheck', 'false']
const FOR_ALL = ['--target', 'ES2022', '--lib', 'ES2022,DOM,DOM.Iterable', '--types', 'node']

/** What TypeScript says of our declarations and of the code that uses them; others' declarations are theirs. */
async function complaintsOf(compiler: string, options: readonly string[]): Promise<string[]> {
  const tsc = path.join(project.folder, 'node_modules', compiler, 'bin/tsc')
  const printed = await runIn(project.folder, 'node', [tsc, ...STRICTEST, ...FOR_ALL, ...options]).catch(
    (error: unknown) => (error as Error).message,
  )
  return printed.split('\n').filter((line) => /^(use-|node_modules\/@secure-uploading\/|error )/.test(line))
}

describe.each([
  ['5.0, the oldest that our READMEs promise,', 'typescript-oldest'],
  ['7.0, the newest,', 'typescript-newest'],
])('TypeScript %s', (_version, compiler) => {
  beforeAll(async () => {
    const source = path.join(project.folder, 'use-every-entry.ts')
    for (const type of ['mts', 'cts']) await copyFile(source, source.replace(/ts$/, type))
  })

  it.each([
    ['a module', ['use-every-entry.mts', '--module', 'NodeNext', '--moduleResolution', 'NodeNext']],
    ['CommonJS', ['use-every-entry.cts', '--module', 'NodeNext', '--moduleResolution', 'NodeNext']],
    ['for a bundler', ['use-every-entry.ts', '--module', 'ESNext', '--moduleResolution', 'Bundler']],
  ])('compiles a use of every entry as %s, and refuses what is wrong', async (_kind, options) => {
    expect(await complaintsOf(compiler, ['--esModuleInterop', ...options])).toEqual([])
  })

  it('says what is wrong with a file that is wrong', async () => {
    const wrong = `import { createSigner } from '@secure-uploading/core'
      void createSigner({ secretKey: 'demosecretkey' }).sign({ expiresIn: '30m' })`
    await writeFile(path.join(project.folder, 'use-wrongly.ts'), wrong)
    const options = ['use-wrongly.ts', '--module', 'ESNext', '--moduleResolution', 'Bundler']
    expect(await complaintsOf(compiler, options)).toEqual([expect.stringContaining('use-wrongly.ts(2,')])
  })
})

it('the file that is compiled uses every entry that is published', async () => {
  const source = await readFile(path.join(project.folder, 'use-every-entry.ts'), 'utf8')
  expect(ENTRIES.filter((entry) => !source.includes(`from '${entry}'`))).toEqual([])
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
