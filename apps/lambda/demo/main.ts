import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { installAwsRuntime, smallRuntimePath } from '@secure-uploading/aws-stand-in'
import { runDemo, StartUpError } from '@secure-uploading/demo-kit'
import { startDemo } from './start-demo.js'

const ACCESS_TOKEN_SECONDS = 300

// The build writes dist/function, dist/page and dist/demo.
const built = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url))

await runDemo(async (settings) =>
  startDemo({
    ...settings,
    runtime: await chosenRuntime(),
    functionFolder: built('function'),
    pageFolder: built('page'),
    accessTokenSeconds: ACCESS_TOKEN_SECONDS,
  }),
)

async function chosenRuntime(): Promise<[string, ...string[]]> {
  const { values } = parseArgs({ options: { runtime: { type: 'string', default: 'small' } } })
  if (values.runtime === 'small') return [process.execPath, smallRuntimePath()]
  if (values.runtime === 'aws') return [process.execPath, await installAwsRuntime(), 'handler.handler']
  throw new StartUpError(`--runtime must be "small" or "aws", not "${values.runtime}".`)
}
