// npm run docs: generates docs/api from the docstrings, with one page for each entry in a package's `exports`.
import { entriesOf, isAdapter, PUBLISHED_PACKAGES } from '@secure-uploading/packed'
import path from 'node:path'
import { Application } from 'typedoc'

const ROOT = path.resolve(import.meta.dirname, '../..')
// TypeDoc documents a re-export in the first package that has it, so the server comes before the adapters.
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
  // Without line numbers and commits, a page changes only when its content does.
  disableSources: true,
  disableGit: true,
  readme: 'none',
  excludeExternals: true,
  excludePrivate: true,
  hideBreadcrumbs: true,
  hidePageHeader: true,
  // TypeDoc counts names that no heading has, so links to its own anchors would lead nowhere without these.
  useHTMLAnchors: true,
  parametersFormat: 'table',
  interfacePropertiesFormat: 'table',
  typeAliasPropertiesFormat: 'table',
  logLevel: 'Warn',
  // Fails on public types that are not exported and on broken links.
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
