import { componentOf } from '../components/component-of.js'
import type { Project } from '../project/project.js'
import { authorizeLines } from './authorize.js'
import { ENDPOINT_PATH, type Framework } from './framework.js'

export const nextPages: Framework = {
  id: 'next-pages',
  title: 'Next (Pages Router)',
  isUsedBy: ({ dependencies }) => dependencies.has('next'),
  setUp(project) {
    const pages = pagesFolder(project)
    const endpoint = `${pages}${ENDPOINT_PATH}.${project.usesTypeScript ? 'ts' : 'js'}`
    const component = componentOf('react', project, pages.replace(/pages$/, 'components'), 'NEXT')
    return {
      packages: ['next', ...component.packages],
      endpoint,
      files: [{ path: endpoint, text: apiRoute() }, component.file],
      steps: [`Show the component in a page: import { FileUpload } from ${component.file.path}.`],
      endpointUrl: `http://localhost:3000${ENDPOINT_PATH}`,
      envFile: '.env.local',
    }
  },
}

const pagesFolder = ({ hasFolder }: Project): string =>
  hasFolder('src/pages') || (hasFolder('src') && !hasFolder('pages')) ? 'src/pages' : 'pages'

const apiRoute = (): string => `import { createTokenHandler } from '@secure-uploading/next/pages'

export default createTokenHandler({
${authorizeLines('  ')}
})
`
