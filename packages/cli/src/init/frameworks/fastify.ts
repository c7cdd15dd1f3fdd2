import { backendComponent } from '../components/component-of.js'
import { authorizeLines } from './authorize.js'
import { ENDPOINT_PATH, type Framework } from './framework.js'
import { importOrRequire } from './import-or-require.js'
import { sourceFolder } from './source-folder.js'

export const fastify: Framework = {
  id: 'fastify',
  title: 'Fastify',
  isUsedBy: ({ dependencies }) => dependencies.has('fastify'),
  setUp(project) {
    const endpoint = `${sourceFolder(project)}upload-token.${project.usesTypeScript ? 'ts' : 'js'}`
    const component = backendComponent(project)
    const style = project.usesTypeScript || project.usesModules ? 'import' : 'require'
    return {
      packages: ['fastify', ...component.packages],
      endpoint,
      files: [{ path: endpoint, text: plugin(style) }, ...component.files],
      steps: [
        `Register the plugin: app.register(uploadToken, { prefix: '${ENDPOINT_PATH}' }), with uploadToken from ${endpoint}.`,
        ...component.steps,
      ],
      endpointUrl: `http://localhost:3000${ENDPOINT_PATH}`,
      envFile: '.env',
    }
  },
}

const plugin = (style: 'import' | 'require'): string =>
  importOrRequire(
    style,
    '@secure-uploading/fastify',
    ['tokenPlugin'],
    'uploadToken',
    `tokenPlugin({
${authorizeLines('  ')}
})`,
  )
