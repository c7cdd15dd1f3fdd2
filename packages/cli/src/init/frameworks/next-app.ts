import { componentOf } from '../components/component-of.js'
import type { Project } from '../project/project.js'
import { authorizeLines } from './authorize.js'
import { ENDPOINT_PATH, type Framework } from './framework.js'

export const nextApp: Framework = {
  id: 'next-app',
  title: 'Next (App Router)',
  isUsedBy: (project) => project.dependencies.has('next') && appFolder(project) !== undefined,
  setUp(project) {
    const app = appFolder(project) ?? 'app'
    const extension = project.usesTypeScript ? 'ts' : 'js'
    const endpoint = `${app}${ENDPOINT_PATH}/route.${extension}`
    const component = componentOf('react', project, app.replace(/app$/, 'components'), 'NEXT')
    return {
      packages: ['next', ...component.packages],
      endpoint,
      files: [
        { path: endpoint, text: route() },
        component.file,
        { path: `${app}/upload/page.${extension}x`.replace('.jsx', '.js'), text: page() },
      ],
      steps: [
        `Show the component in your own page: import { FileUpload } from ${component.file.path}. The page at /upload is an example.`,
      ],
      page: 'http://localhost:3000/upload',
      answersWhenStarted: true,
      endpointUrl: `http://localhost:3000${ENDPOINT_PATH}`,
      envFile: '.env.local',
    }
  },
}

const appFolder = ({ hasFolder }: Project): string | undefined => ['app', 'src/app'].find(hasFolder)

const route = (): string => `import { createTokenHandler } from '@secure-uploading/next'

export const { POST, OPTIONS } = createTokenHandler({
${authorizeLines('  ')}
})
`

const page = (): string => `import { FileUpload } from '../../components/file-upload'

export default function UploadPage() {
  return (
    <main>
      <h1>Upload files</h1>
      <FileUpload />
    </main>
  )
}
`
