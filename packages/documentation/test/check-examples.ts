import { execFileSync, type ExecFileSyncOptions } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Example } from './find-examples.js'

const PACKAGE = path.resolve(import.meta.dirname, '..')
const OXLINT = path.resolve(PACKAGE, '../../node_modules/oxlint/bin/oxlint')
// Inside this package, so that an example finds what the package depends on.
const RESULTS = path.join(PACKAGE, 'test-results')

const TSCONFIG = {
  compilerOptions: {
    target: 'ES2022',
    module: 'ESNext',
    moduleResolution: 'Bundler',
    lib: ['ES2022', 'DOM', 'DOM.Iterable'],
    types: ['node'],
    jsx: 'react-jsx',
    strict: true,
    noEmit: true,
    skipLibCheck: true,
  },
}

// Its types, and nothing else: an example is not our code, but its reader's.
const OXLINT_CONFIG = { options: { typeAware: true, typeCheck: true }, categories: { correctness: 'off' } }

interface Report {
  number_of_files: number
  diagnostics: { filename: string; message: string }[]
}

/** Checks the types of all examples at once, and tells for each what is wrong in it. */
export function checkExamples(examples: readonly Example[]): string[][] {
  mkdirSync(RESULTS, { recursive: true })
  const folder = mkdtempSync(path.join(RESULTS, 'examples-'))
  try {
    writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(TSCONFIG))
    writeFileSync(path.join(folder, 'oxlintrc.json'), JSON.stringify(OXLINT_CONFIG))
    const files = examples.map((_, index) => `example-${String(index)}.tsx`)
    for (const [index, file] of files.entries())
      writeFileSync(path.join(folder, file), examples[index]?.code ?? '')

    const { diagnostics, number_of_files } = lint(folder, files)
    if (number_of_files !== examples.length)
      throw new Error(`Checked ${String(number_of_files)} of ${String(examples.length)} examples`)
    return files.map((file) =>
      diagnostics.filter(({ filename }) => path.basename(filename) === file).map(({ message }) => message),
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function lint(folder: string, files: readonly string[]): Report {
  const options: ExecFileSyncOptions = { cwd: folder, stdio: 'pipe' }
  const oxlint = [OXLINT, '--config', 'oxlintrc.json', '--no-ignore', '--format', 'json', ...files]
  return JSON.parse(readOutput(() => execFileSync(process.execPath, oxlint, options).toString())) as Report
}

/** A check that finds something exits with 1. */
function readOutput(run: () => string): string {
  try {
    return run()
  } catch (error) {
    if (error instanceof Error && 'stdout' in error) return String(error.stdout)
    throw error
  }
}
