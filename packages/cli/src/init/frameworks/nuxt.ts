import { componentOf } from '../components/component-of.js'
import { authorizeLines } from './authorize.js'
import { ENDPOINT_PATH, type Framework } from './framework.js'

export const nuxt: Framework = {
  id: 'nuxt',
  title: 'Nuxt',
  isUsedBy: ({ dependencies }) => dependencies.has('nuxt'),
  setUp(project) {
    const endpoint = `server${ENDPOINT_PATH}.${project.usesTypeScript ? 'ts' : 'js'}`
    // Nuxt 4 has its sources in app/.
    const folder = project.hasFolder('app') ? 'app/components' : 'components'
    const component = componentOf('vue', project, folder, 'VITE')
    return {
      packages: ['server', ...component.packages],
      endpoint,
      files: [{ path: endpoint, text: eventHandler() }, component.file],
      steps: [
        'Show the component in a page: <ClientOnly><FileUpload /></ClientOnly>. Nuxt imports it automatically.',
      ],
      endpointUrl: `http://localhost:3000${ENDPOINT_PATH}`,
      envFile: '.env',
    }
  },
}

const eventHandler = (): string => `import { createTokenHandler } from '@secure-uploading/server'

const handle = createTokenHandler({
${authorizeLines('  ')}
})

// The file's name has no method, because the handler answers POST and OPTIONS.
export default defineEventHandler((event) => handle(toWebRequest(event)))
`
