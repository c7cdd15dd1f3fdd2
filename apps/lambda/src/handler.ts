import { createTokenHandler } from '@secure-uploading/lambda'
import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda'
import { allowedOrigins } from './settings/allowed-origins.js'
import { requiredEnv } from './settings/required-env.js'
import { tokenLifetimeSeconds } from './settings/token-lifetime-seconds.js'
import { readSecretKey } from './secret/read-secret-key.js'

/**
 * The Lambda function. API Gateway has verified the JWT before the call, so `authorize` only reads the user from it.
 * `authorize` returns a grant with the user and the token lifetime, or `null` for a 401.
 */
export const handler = createTokenHandler<APIGatewayProxyEventV2WithJWTAuthorizer>({
  publicKey: () => requiredEnv('UPLOADCARE_PUBLIC_KEY'),
  secretKey: readSecretKey,
  allowedOrigins: allowedOrigins(),
  authorize: (event) => {
    const { sub } = event.requestContext.authorizer.jwt.claims
    return typeof sub === 'string' ? { subject: sub, expiresIn: tokenLifetimeSeconds() } : null
  },
  onError: (error) => {
    console.error(error)
  },
})
