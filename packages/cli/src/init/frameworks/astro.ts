import { componentOf } from '../components/component-of.js'
import { authorizeLines } from './authorize.js'
import { ENDPOINT_PATH, type Framework } from './framework.js'

export const astro: Framework = {
  id: 'astro',
  title: 'Astro',
  isUsedBy: ({ dependencies }) => dependencies.has('astro'),
  setUp(project) {
    const endpoint = `src/pages${ENDPOINT_PATH}.${project.usesTypeScript ? 'ts' : 'js'}`
    const component = componentOf(project.frontEnd, project, 'src/components', 'ASTRO')
    return {
      packages: ['server', ...component.packages],
      endpoint,
      files: [{ path: endpoint, text: apiRoute(project.usesTypeScript) }, component.file],
      steps: [
        'Add an adapter if the site has none, because the endpoint runs on a server: npx astro add node (or vercel, netlify, cloudflare).',
        `Show the component in a page: ${component.usage}`,
      ],
      endpointUrl: `http://localhost:4321${ENDPOINT_PATH}`,
      envFile: '.env',
    }
  },
}

const apiRoute = (
  usesTypeScript: boolean,
): string => `import { createTokenHandler, keysFromEnv } from '@secure-uploading/server'
${usesTypeScript ? "import type { APIRoute } from 'astro'\n" : ''}import { getSecret } from 'astro:env/server'

const handle = createTokenHandler({
  ...keysFromEnv(() => ({
    UPLOADCARE_PUBLIC_KEY: getSecret('UPLOADCARE_PUBLIC_KEY'),
    UPLOADCARE_SECRET_KEY: getSecret('UPLOADCARE_SECRET_KEY'),
  })),
${authorizeLines('  ', "import.meta.env.DEV && getSecret('UPLOADCARE_EMULATOR_URL')")}
})

export const prerender = false
export const POST${usesTypeScript ? ': APIRoute' : ''} = ({ request }) => handle(request)
export const OPTIONS = POST
`
