import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import {
  createGateway,
  createRoleCredentials,
  functionEnvironment,
  listen,
  smallRuntimePath,
  startFunction,
} from '@secure-uploading/aws-stand-in'
import { build } from 'esbuild'
import { buildPage } from './build-page.js'
import type { Deployment } from './start-backstage.js'

/** Bundles the function, and runs it in a process of the Lambda runtime behind an HTTP API that also serves the page. */
export async function deployLambda(environment: Record<string, string>): Promise<Deployment> {
  const folder = await mkdtemp(path.join(tmpdir(), 'function-'))
  await build({
    entryPoints: [path.join(import.meta.dirname, 'lambda-function.ts')],
    outfile: path.join(folder, 'handler.mjs'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
  })
  const lambda = await startFunction([process.execPath, smallRuntimePath()], {
    ...functionEnvironment(folder, 'handler.handler', createRoleCredentials()),
    ...environment,
  })
  const page = await buildPage()
  const gateway = createGateway({
    invoke: lambda.invoke,
    authorizer: () => Promise.resolve(undefined),
    openPaths: ['/api/uploads', '/api/webhook'],
  })
  gateway.get('/', (c) => c.html(page(environment['EMULATOR_URL'] ?? '')))
  const web = await listen(gateway, 0)
  return {
    url: web.url,
    async close() {
      await web.close()
      await lambda.close()
      await rm(folder, { recursive: true })
    },
  }
}
