import path from 'node:path'
import { backendComponent, componentOf } from '../../components/component-of.js'
import type { Project } from '../../project/project.js'
import { authorizeLines } from '../authorize.js'
import { ENDPOINT_PATH, type FileEdit, type Framework, type NewFile } from '../framework.js'
import { importOrRequire, type ModuleStyle } from '../import-or-require.js'
import { sourceFolder } from '../source-folder.js'
import { editEntry, moduleStyleOf } from './edit-entry.js'
import { editViteConfig, VITE_CONFIGS } from './edit-vite-config.js'
import { findEntry, type Entry } from './find-entry.js'
import { serverPort } from './server-port.js'
import { specifierOf } from './specifier-of.js'
import { vitePage } from './vite-page.js'

const VITE_PORT = 5173

export const express: Framework = {
  id: 'express',
  title: 'Express',
  isUsedBy: ({ dependencies }) => dependencies.has('express'),
  setUp(project) {
    const entry = findEntry(project)
    const port = serverPort(entry?.text ?? '')
    const endpoint = endpointFile(project, entry)
    const frontEnd = frontEndOf(project, port)
    return {
      packages: ['express', ...frontEnd.packages],
      endpoint: endpoint.path,
      files: [endpoint, ...frontEnd.files],
      edits: [...(entry ? [mount(project, entry)] : []), ...frontEnd.edits],
      steps: [
        ...(entry
          ? []
          : [
              `Mount the endpoint after your session middleware: app.all('${ENDPOINT_PATH}', uploadToken), with uploadToken from ${endpoint.path}.`,
            ]),
        ...frontEnd.steps,
      ],
      ...(frontEnd.page !== undefined && { page: frontEnd.page }),
      answersWhenStarted: entry !== undefined,
      endpointUrl: `http://localhost:${port}${ENDPOINT_PATH}`,
      envFile: '.env',
      ...(entry && { start: `node ${entry.path}` }),
    }
  },
}

function endpointFile(project: Project, entry: Entry | undefined): NewFile {
  const folder = entry ? withSlash(path.posix.dirname(entry.path)) : sourceFolder(project)
  const extension = /\.([cm]?[jt]s)$/.exec(entry?.path ?? '')?.[1] ?? (project.usesTypeScript ? 'ts' : 'js')
  const style: ModuleStyle =
    moduleStyleOf(entry?.text ?? '') ?? (project.usesTypeScript || project.usesModules ? 'import' : 'require')
  const expression = `createTokenHandler({\n${authorizeLines('  ')}\n})`
  const names = ['createTokenHandler']
  return {
    path: `${folder}upload-token.${extension}`,
    text: importOrRequire(style, '@secure-uploading/express', names, 'uploadToken', expression),
  }
}

function mount(project: Project, entry: Entry): FileEdit {
  const specifier = specifierOf(entry, 'upload-token', project)
  return {
    path: entry.path,
    after: editEntry(entry.text, specifier),
    step: `Mount the endpoint in ${entry.path}, after your session middleware: app.all('${ENDPOINT_PATH}', uploadToken), with uploadToken from ${specifier}.`,
  }
}

interface FrontEndSetup {
  packages: readonly string[]
  files: readonly NewFile[]
  edits: readonly FileEdit[]
  steps: readonly string[]
  page?: string
}

function frontEndOf(project: Project, port: number): FrontEndSetup {
  const configPath = VITE_CONFIGS.find((file) => project.read(file) !== undefined)
  const config = project.read(configPath ?? '') ?? ''
  const root = viteRoot(project, config)
  if (!project.dependencies.has('vite') || root === undefined)
    return { ...backendComponent(project), edits: [] }

  const component = componentOf(project.frontEnd, project, `${root}src/components`, 'VITE')
  const page: NewFile = {
    path: `${root}upload.html`,
    text: vitePage(project.frontEnd, `/${component.file.path.slice(root.length)}`),
  }
  // Vite in middleware mode runs in the server, on its port.
  const hasOwnServer = !findEntry(project)?.text.includes('middlewareMode')
  return {
    packages: component.packages,
    files: [component.file, page],
    edits: hasOwnServer && configPath !== undefined ? [proxy(configPath, config, port)] : [],
    steps: [
      `Show the component in your own page: ${component.usage}. The page /upload.html is an example, and is not part of the build.`,
      ...(hasOwnServer && configPath === undefined ? [proxyStep(port)] : []),
    ],
    page: `http://localhost:${hasOwnServer ? VITE_PORT : port}/upload.html`,
  }
}

const proxy = (configPath: string, config: string, port: number): FileEdit => ({
  path: configPath,
  after: editViteConfig(config, `http://localhost:${port}`),
  step: proxyStep(port),
})

const proxyStep = (port: number): string =>
  `Let Vite pass requests to the server, in its configuration: server: { proxy: { '/api': { target: 'http://localhost:${port}' } } }.`

/** Finds the folder with `index.html`, which is Vite's root. */
function viteRoot({ read }: Project, config: string): string | undefined {
  const configured = /\broot:\s*['"](?:\.\/)?([\w/-]+)\/?['"]/.exec(config)?.[1]
  const folders =
    configured === undefined ? ['', 'client/', 'src/client/', 'frontend/', 'web/'] : [`${configured}/`]
  return folders.find((folder) => read(`${folder}index.html`) !== undefined)
}

const withSlash = (folder: string): string => (folder === '.' ? '' : `${folder}/`)
