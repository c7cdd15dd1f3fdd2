import { backendComponent } from '../components/component-of.js'
import type { Project } from '../project/project.js'
import { authorizeLines } from './authorize.js'
import { ENDPOINT_PATH, type Framework } from './framework.js'
import { importOrRequire } from './import-or-require.js'
import { sourceFolder } from './source-folder.js'

const PACKAGES = ['@types/aws-lambda', 'aws-lambda', 'serverless', 'sst', 'aws-cdk-lib', '@middy/core']
const FILES = [
  'serverless.yml',
  'serverless.ts',
  'samconfig.toml',
  'template.yaml',
  'cdk.json',
  'sst.config.ts',
]

export const lambda: Framework = {
  id: 'lambda',
  title: 'AWS Lambda',
  isUsedBy: ({ dependencies, read }: Project) =>
    PACKAGES.some((name) => dependencies.has(name)) || FILES.some((file) => read(file) !== undefined),
  setUp(project) {
    const endpoint = `${sourceFolder(project)}upload-token.${project.usesTypeScript ? 'ts' : 'js'}`
    const component = backendComponent(project)
    const style = project.usesTypeScript || project.usesModules ? 'import' : 'require'
    return {
      packages: ['lambda', ...component.packages],
      endpoint,
      files: [{ path: endpoint, text: handler(style) }, ...component.files],
      steps: [
        `Route POST and OPTIONS of ${ENDPOINT_PATH} to "handler" in ${endpoint}, and set UPLOADCARE_PUBLIC_KEY and UPLOADCARE_SECRET_KEY in the function's environment.`,
        ...(project.usesTypeScript && !project.dependencies.has('@types/aws-lambda')
          ? ['Install the types of the events: @types/aws-lambda, as a development dependency.']
          : []),
        ...component.steps,
      ],
      endpointUrl: `http://localhost:3000${ENDPOINT_PATH}`,
      envFile: '.env',
    }
  },
}

const handler = (style: 'import' | 'require'): string =>
  importOrRequire(
    style,
    '@secure-uploading/lambda',
    ['createTokenHandler'],
    'handler',
    `createTokenHandler({
${authorizeLines('  ')}
})`,
  )
