import path from 'node:path'
import ts from 'typescript'
import type { Example } from './find-examples.js'

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: ['node'],
  jsx: ts.JsxEmit.ReactJSX,
  strict: true,
  noEmit: true,
  skipLibCheck: true,
}

/** Checks the types of all examples at once, and tells by the place of each what is wrong in it. */
export function checkExamples(examples: readonly Example[]): Map<string, string[]> {
  const files = new Map(examples.map((example, index) => [fileOf(example, index), example]))
  const disk = ts.createCompilerHost(OPTIONS)
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (file) => files.has(file) || disk.fileExists(file),
    readFile: (file) => files.get(file)?.code ?? disk.readFile(file),
    getSourceFile(file, languageVersion) {
      const text = host.readFile(file)
      return text === undefined ? undefined : ts.createSourceFile(file, text, languageVersion)
    },
    // What a package does not depend on itself, its reader is told to install.
    resolveModuleNameLiterals: (literals, from) =>
      literals.map(({ text }) => {
        const [own, installed] = [from, import.meta.filename].map((file) =>
          ts.resolveModuleName(text, file, OPTIONS, host),
        )
        return (own?.resolvedModule ? own : installed) ?? { resolvedModule: undefined }
      }),
  }
  const program = ts.createProgram([...files.keys()], OPTIONS, host)

  return new Map(
    [...files].map(([file, { place }]) => [
      place,
      ts.getPreEmitDiagnostics(program, program.getSourceFile(file)).map(asText),
    ]),
  )
}

/** A file that is not there, beside those whose imports it shares. */
const fileOf = ({ folder }: Example, index: number): string =>
  path.join(folder, `example-${String(index)}.tsx`)

const asText = ({ messageText }: ts.Diagnostic): string => ts.flattenDiagnosticMessageText(messageText, '\n')
