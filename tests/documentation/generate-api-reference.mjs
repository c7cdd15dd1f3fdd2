// npm run docs: writes docs/api out of the docstrings, a page for each entry that a package's `exports` name.
import { entriesOf, isAdapter, PUBLISHED_PACKAGES } from '@secure-uploading/packed'
import path from 'node:path'
import { Application } from 'typedoc'

const ROOT = path.resolve(import.meta.dirname, '../..')
// What several packages export is described with the first of them: what an adapter re-exports, with the server.
const ADAPTERS_LAST = [
  ...PUBLISHED_PACKAGES.filter(({ manifest }) => !isAdapter(manifest)),
  ...PUBLISHED_PACKAGES.filter(({ manifest }) => isAdapter(manifest)),
]

const app = await Application.bootstrapWithPlugins({
  plugin: ['typedoc-plugin-markdown'],
  name: 'API reference',
  entryPoints: ADAPTERS_LAST.flatMap(entryFiles),
  tsconfig: path.join(import.meta.dirname, 'tsconfig.api.json'),
  outputs: [{ name: 'markdown', path: process.argv[2] ?? path.join(ROOT, 'docs/api') }],
  outputFileStrategy: 'modules',
  // Without lines and commits, a page changes only when what it tells changes.
  disableSources: true,
  disableGit: true,
  readme: 'none',
  excludeExternals: true,
  excludePrivate: true,
  hideBreadcrumbs: true,
  hidePageHeader: true,
  parametersFormat: 'table',
  interfacePropertiesFormat: 'table',
  typeAliasPropertiesFormat: 'table',
  logLevel: 'Warn',
  // What is public but not exported, and links that lead nowhere, are mistakes.
  treatWarningsAsErrors: true,
})
const project = await app.convert()
if (!project) process.exit(1)
for (const module of project.children ?? [])
  module.name = `@secure-uploading/${module.name.replace('/src', '')}`
app.validate(project)
if (app.logger.hasErrors() || app.logger.hasWarnings()) process.exitCode = 1
else await app.generateOutputs(project)

function entryFiles({ folder, manifest }) {
  return entriesOf(manifest)
    .filter(({ subpath }) => subpath !== './internal')
    .map(({ subpath }) => path.join(ROOT, 'packages', folder, 'src', subpath, 'index.ts'))
}
