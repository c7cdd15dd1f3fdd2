import { execFileSync, type ExecFileSyncOptions } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ALL_PACKAGES_FOLDER } from '@secure-uploading/packed'
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

// Checks types only: the other lint rules apply to the code of this repository, not to examples for readers.
const OXLINT_CONFIG = { options: { typeAware: true, typeCheck: true }, categories: { correctness: 'off' } }

interface Report {
  number_of_files: number
  diagnostics: { filename: string; message: string }[]
}

/**
 * Type-checks all examples in one run. Imports resolve first to dependencies of the example's package, then to published
 * packages, then to dependencies of this package.
 *
 * @returns the problems of each example, in the order of `examples`
 * @throws {Error} when not every example was checked
 */
export function checkExamples(examples: readonly Example[]): string[][] {
  mkdirSync(RESULTS, { recursive: true })
  const folder = mkdtempSync(path.join(RESULTS, 'examples-'))
  try {
    writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(TSCONFIG))
    writeFileSync(path.join(folder, 'oxlintrc.json'), JSON.stringify(OXLINT_CONFIG))
    linkModules(ALL_PACKAGES_FOLDER, folder)
    const files = examples.map(({ packageFolder, code }, index) => {
      const exampleFolder = path.join(folder, String(index))
      mkdirSync(exampleFolder)
      linkModules(path.join(ROOT, packageFolder), exampleFolder)
      writeFileSync(path.join(exampleFolder, 'example.tsx'), code)
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

/** Links `node_modules`, so that imports in `to` resolve as they do in `from`. */
function linkModules(from: string, to: string): void {
  symlinkSync(path.join(from, 'node_modules'), path.join(to, 'node_modules'), 'junction')
}

function lint(folder: string, files: readonly string[]): Report {
  const options: ExecFileSyncOptions = { cwd: folder, stdio: 'pipe' }
  const oxlint = [OXLINT, '--config', 'oxlintrc.json', '--no-ignore', '--format', 'json', ...files]
  return JSON.parse(readOutput(() => execFileSync(process.execPath, oxlint, options).toString())) as Report
}

/** Returns the output even if the command fails, because oxlint exits with 1 when it finds problems. */
function readOutput(run: () => string): string {
  try {
    return run()
  } catch (error) {
    if (error instanceof Error && 'stdout' in error) return String(error.stdout)
    throw error
  }
}
