import { Hono } from 'hono'
import type { RoleCredentials } from '../lambda/function-environment.js'

/** Creates a stand-in for AWS Secrets Manager that holds one secret and grants access to one role. */
export function createSecretsManager(secretArn: string, secret: string, role: RoleCredentials): Hono {
  const app = new Hono()
  app.post('/', async (c) => {
    const isSigned = c.req
      .header('authorization')
      ?.startsWith(`AWS4-HMAC-SHA256 Credential=${role.accessKeyId}/`)
    if (!isSigned || c.req.header('x-amz-security-token') !== role.sessionToken) {
      return c.json({ __type: 'AccessDeniedException' }, 400)
    }
    if (c.req.header('x-amz-target') !== 'secretsmanager.GetSecretValue') {
      return c.json({ __type: 'UnknownOperationException' }, 400)
    }
    const { SecretId: secretId } = await c.req.json<{ SecretId?: unknown }>()
    if (secretId !== secretArn) return c.json({ __type: 'ResourceNotFoundException' }, 400)
    return c.json({ ARN: secretArn, Name: 'uploadcare/secret-key', SecretString: secret })
  })
  return app
}
