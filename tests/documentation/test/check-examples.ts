import { execFileSync, type ExecFileSyncOptions } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { WHERE_ALL_ARE_INSTALLED } from '@secure-uploading/packed'
import type { Example } from './find-examples.js'

const PACKAGE = path.resolve(import.meta.dirname, '..')
const ROOT = path.resolve(PACKAGE, '../..')
const OXLINT = path.join(ROOT, 'node_modules/oxlint/bin/oxlint')
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

/**
 * Checks the types of all examples at once, and tells for each what is wrong in it. An example finds what the package that
 * it belongs to depends on, then all that is published, then what this package depends on.
 */
export function checkExamples(examples: readonly Example[]): string[][] {
  mkdirSync(RESULTS, { recursive: true })
  const folder = mkdtempSync(path.join(RESULTS, 'examples-'))
  try {
    writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(TSCONFIG))
    writeFileSync(path.join(folder, 'oxlintrc.json'), JSON.stringify(OXLINT_CONFIG))
    linkModules(WHERE_ALL_ARE_INSTALLED, folder)
    const files = examples.map(({ packageFolder, code }, index) => {
      const ofExample = path.join(folder, String(index))
      mkdirSync(ofExample)
      linkModules(path.join(ROOT, packageFolder), ofExample)
      writeFileSync(path.join(ofExample, 'example.tsx'), code)
      return `${index}/example.tsx`
    })

    const { diagnostics, number_of_files } = lint(folder, files)
    if (number_of_files !== examples.length)
      throw new Error(`Checked ${String(number_of_files)} of ${String(examples.length)} examples`)
    return files.map((file) =>
      diagnostics.filter(({ filename }) => filename === file).map(({ message }) => message),
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Lets imports in one folder find what another one's do. */
function linkModules(from: string, to: string): void {
  symlinkSync(path.join(from, 'node_modules'), path.join(to, 'node_modules'), 'junction')
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
