import path from 'node:path'
import {
  createIdentityProvider,
  createRoleCredentials,
  createSecretsManager,
  functionEnvironment,
  listen,
  startFunction,
} from '@secure-uploading/aws-stand-in'
import { startUploadService, type DemoSettings, type RunningDemo } from '@secure-uploading/demo-kit'
import { createApp } from './create-app.js'

const SECRET_ARN = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:uploadcare/secret-key-AbCdEf'

export interface LambdaDemoSettings extends DemoSettings {
  /** The program that runs the function, and its arguments. */
  runtime: readonly [string, ...string[]]
  /** The folder that contains the deployed function, `handler.mjs`. */
  functionFolder: string
  pageFolder: string
  /** Lifetime of an access token in **seconds**. */
  accessTokenSeconds: number
}

/**
 * Starts the stand-ins for AWS and Uploadcare: an identity provider, an HTTP API with its function, Secrets Manager and
 * the emulator. Only the function runs in a separate process.
 *
 * @throws {StartUpError} when a port is in use.
 */
export async function startDemo(settings: LambdaDemoSettings): Promise<RunningDemo> {
  const uploads = await startUploadService(settings)
  const identityProvider = await createIdentityProvider(settings.accessTokenSeconds)
  const role = createRoleCredentials()
  const secretsManager = await listen(createSecretsManager(SECRET_ARN, uploads.secretKey, role), 0)
  const lambda = await startFunction(settings.runtime, {
    ...functionEnvironment(path.resolve(settings.functionFolder), 'handler.handler', role),
    UPLOADCARE_PUBLIC_KEY: uploads.publicKey,
    UPLOADCARE_SECRET_ARN: SECRET_ARN,
    UPLOAD_TOKEN_SECONDS: String(settings.tokenSeconds),
    AWS_ENDPOINT_URL_SECRETS_MANAGER: secretsManager.url,
  })

  async function closeServices(): Promise<void> {
    await Promise.all([lambda.close(), secretsManager.close(), uploads.close()])
  }

  const app = createApp({ invoke: lambda.invoke, identityProvider, uploads, ...settings })
  const web = await listen(app, settings.port).catch(async (error: unknown) => {
    await closeServices()
    throw error
  })
  return {
    url: web.url,
    uploads,
    async close() {
      await Promise.all([web.close(), closeServices()])
    },
  }
}
