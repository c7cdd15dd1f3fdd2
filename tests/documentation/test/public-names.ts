import { realpathSync } from 'node:fs'
import path from 'node:path'
import { entriesOf, PUBLISHED_PACKAGES } from '@secure-uploading/packed'
import ts from 'typescript'

const ROOT = path.resolve(import.meta.dirname, '../../..')

/** An entry of a published package, and the names of the values and types that it exports. */
export interface PublicEntry {
  /** `@secure-uploading/client/queue` */
  name: string
  /** The folder of its package in `packages`. */
  folder: string
  /** The names that are defined in this repository. */
  names: string[]
  /** The names that are defined in another package, which the API reference leaves out. */
  foreignNames: string[]
}

/** Lists the entries that the API reference describes: all except `internal`, which has no documentation on purpose. */
export function findPublicEntries(): PublicEntry[] {
  const entries = PUBLISHED_PACKAGES.flatMap(({ folder, manifest }) =>
    entriesOf(manifest)
      .filter(({ subpath }) => subpath !== './internal')
      .map(({ subpath }) => ({
        name: path.posix.join(manifest.name, subpath),
        folder,
        file: path.join(ROOT, 'packages', folder, 'src', subpath, 'index.ts'),
      })),
  )
  const program = ts.createProgram(
    entries.map(({ file }) => file),
    {
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      target: ts.ScriptTarget.ES2022,
      jsx: ts.JsxEmit.ReactJSX,
      noEmit: true,
      skipLibCheck: true,
    },
  )
  const checker = program.getTypeChecker()
  return entries.map(({ name, folder, file }) => {
    const source = program.getSourceFile(file)
    const symbol = source && checker.getSymbolAtLocation(source)
    if (symbol === undefined) throw new Error(`${file} is not a module`)
    const exported = checker.getExportsOfModule(symbol)
    const namesOf = (isOurs: boolean): string[] =>
      exported.filter((each) => isDefinedHere(checker, each) === isOurs).map((each) => each.getName())
    return { name, folder, names: namesOf(true), foreignNames: namesOf(false).sort() }
  })
}

function isDefinedHere(checker: ts.TypeChecker, symbol: ts.Symbol): boolean {
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
  const files = (target.declarations ?? []).map((declaration) =>
    realpathSync(declaration.getSourceFile().fileName),
  )
  return files.some((file) => !file.includes(`${path.sep}node_modules${path.sep}`))
}
