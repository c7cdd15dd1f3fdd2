import { componentOf } from '../components/component-of.js'
import { authorizeLines } from './authorize.js'
import { ENDPOINT_PATH, type Framework } from './framework.js'

export const svelteKit: Framework = {
  id: 'sveltekit',
  title: 'SvelteKit',
  isUsedBy: ({ dependencies }) => dependencies.has('@sveltejs/kit'),
  setUp(project) {
    const endpoint = `src/routes${ENDPOINT_PATH}/+server.${project.usesTypeScript ? 'ts' : 'js'}`
    const component = componentOf('svelte', project, 'src/lib', 'VITE')
    return {
      packages: ['server', ...component.packages],
      endpoint,
      files: [
        { path: endpoint, text: server(project.usesTypeScript) },
        component.file,
        { path: 'src/routes/upload/+page.svelte', text: page(project.usesTypeScript) },
      ],
      steps: [
        `Show the component in your own page: import FileUpload from '$lib/FileUpload.svelte'. The page at /upload is an example.`,
      ],
      page: 'http://localhost:5173/upload',
      answersWhenStarted: true,
      endpointUrl: `http://localhost:5173${ENDPOINT_PATH}`,
      envFile: '.env',
    }
  },
}

const server = (usesTypeScript: boolean): string => `import { dev } from '$app/environment'
import { env } from '$env/dynamic/private'
import { createTokenHandler, keysFromEnv } from '@secure-uploading/server'
${usesTypeScript ? "import type { RequestHandler } from './$types'\n" : ''}
const handle = createTokenHandler({
  ...keysFromEnv(() => env),
${authorizeLines('  ', 'dev && env.UPLOADCARE_EMULATOR_URL')}
})

export const POST${usesTypeScript ? ': RequestHandler' : ''} = ({ request }) => handle(request)
export const OPTIONS = POST
`

const page = (usesTypeScript: boolean): string => `<script${usesTypeScript ? ' lang="ts"' : ''}>
  import FileUpload from '$lib/FileUpload.svelte'
</script>

<h1>Upload files</h1>
<FileUpload />
`
