import { backendComponent } from '../components/component-of.js'
import { authorizeLines } from './authorize.js'
import { ENDPOINT_PATH, type Framework } from './framework.js'
import { sourceFolder } from './source-folder.js'

export const hono: Framework = {
  id: 'hono',
  title: 'Hono',
  isUsedBy: ({ dependencies }) => dependencies.has('hono'),
  setUp(project) {
    const endpoint = `${sourceFolder(project)}upload-token.${project.usesTypeScript ? 'ts' : 'js'}`
    const component = backendComponent(project)
    return {
      packages: ['server', ...component.packages],
      endpoint,
      files: [{ path: endpoint, text: routes() }, ...component.files],
      steps: [
        `Mount the endpoint before middlewares for CSRF and body limits: app.route('/', uploadToken), with uploadToken from ${endpoint}.`,
        'On Cloudflare Workers process.env requires the compatibility flag nodejs_compat.',
        ...component.steps,
      ],
      endpointUrl: `http://localhost:3000${ENDPOINT_PATH}`,
      envFile: '.env',
    }
  },
}

const routes = (): string => `import { createTokenHandler } from '@secure-uploading/server'
import { Hono } from 'hono'

const handle = createTokenHandler({
${authorizeLines('  ')}
})

export const uploadToken = new Hono().all('${ENDPOINT_PATH}', (context) => handle(context.req.raw))
`
