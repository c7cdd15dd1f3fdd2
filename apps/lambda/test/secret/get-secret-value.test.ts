import {
  createRoleCredentials,
  createSecretsManager,
  functionEnvironment,
  listen,
} from '@secure-uploading/aws-stand-in'
import type { Listening } from '@secure-uploading/demo-kit'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
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

describe('getSecretValue', () => {
  it('reads the secret with a signed request', async () => {
    expect(await getSecretValue(ARN)).toBe('hush')
  })

  it('rejects with the error type of Secrets Manager when the secret does not exist', async () => {
    await expect(getSecretValue(`${ARN}x`)).rejects.toThrow(
      'Secrets Manager answered 400 ResourceNotFoundException',
    )
  })

  it('rejects when the role has no access', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'ASIAANOTHERROLE')
    await expect(getSecretValue(ARN)).rejects.toThrow('AccessDeniedException')
  })
})
