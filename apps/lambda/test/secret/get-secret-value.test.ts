import {
  createRoleCredentials,
  createSecretsManager,
  functionEnvironment,
  listen,
} from '@secure-uploading/aws-stand-in'
import type { Listening } from '@secure-uploading/demo-kit'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { getSecretValue } from '../../src/secret/get-secret-value.js'

const ARN = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:key-AbCdEf'
const role = createRoleCredentials()
let server: Listening

beforeEach(async () => {
  server = await listen(createSecretsManager(ARN, 'hush', role), 0)
  for (const [name, value] of Object.entries(functionEnvironment('', 'handler.handler', role)))
    vi.stubEnv(name, value)
  vi.stubEnv('AWS_ENDPOINT_URL_SECRETS_MANAGER', server.url)
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await server.close()
})

test('the secret is read with a signed request', async () => {
  expect(await getSecretValue(ARN)).toBe('hush')
})

test("a secret that is not there is an error with Secrets Manager's own word for it", async () => {
  await expect(getSecretValue(`${ARN}x`)).rejects.toThrow(
    'Secrets Manager answered 400 ResourceNotFoundException',
  )
})

test('another role is refused', async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'ASIASOMEBODYELSE')
  await expect(getSecretValue(ARN)).rejects.toThrow('AccessDeniedException')
})
