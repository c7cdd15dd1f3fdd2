import { AwsClient } from 'aws4fetch'
import { requiredEnv } from '../settings/required-env.js'

const TIMEOUT_MS = 3000
const RETRIES = 2

/**
 * Reads a secret from AWS Secrets Manager with the permissions of the function's role. Sends one signed request, because
 * the AWS SDK would be many times the size of this function.
 *
 * @throws {Error} with the error type of Secrets Manager. The message never contains the secret.
 */
export async function getSecretValue(secretId: string): Promise<string> {
  const region = requiredEnv('AWS_REGION')
  const aws = new AwsClient({
    accessKeyId: requiredEnv('AWS_ACCESS_KEY_ID'),
    secretAccessKey: requiredEnv('AWS_SECRET_ACCESS_KEY'),
    sessionToken: requiredEnv('AWS_SESSION_TOKEN'),
    service: 'secretsmanager',
    region,
    retries: RETRIES,
  })
  const endpoint =
    process.env['AWS_ENDPOINT_URL_SECRETS_MANAGER'] ?? `https://secretsmanager.${region}.amazonaws.com`
  const response = await aws.fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'secretsmanager.GetSecretValue',
    },
    body: JSON.stringify({ SecretId: secretId }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  const answer: unknown = await response.json().catch(() => undefined)
  const { SecretString: secret, __type: errorType } = isRecord(answer) ? answer : {}
  if (response.ok && typeof secret === 'string') return secret
  throw new Error(
    `Secrets Manager answered ${response.status}${typeof errorType === 'string' ? ` ${errorType}` : ''}`,
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
