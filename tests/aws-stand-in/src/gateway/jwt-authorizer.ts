import { jwtVerify, type CryptoKey, type JWTPayload } from 'jose'

/** The claims of a JWT as API Gateway passes them in an event: every value is a string. */
export type Claims = Record<string, string>

/** Returns the claims of the JWT in a request, or `undefined` without a valid JWT. */
export type JwtAuthorizer = (request: Request) => Promise<Claims | undefined>

export interface JwtAuthorizerOptions {
  issuer: string
  audience: string
  publicKey: CryptoKey
}

/** Creates a local version of an HTTP API's JWT authorizer. On AWS the key is fetched from the issuer. */
export function createJwtAuthorizer({ issuer, audience, publicKey }: JwtAuthorizerOptions): JwtAuthorizer {
  return async (request) => {
    const token = (request.headers.get('authorization') ?? '').replace(/^bearer /i, '')
    try {
      const { payload } = await jwtVerify(token, publicKey, { issuer, audience, algorithms: ['RS256'] })
      return claimsOf(payload)
    } catch {
      return undefined
    }
  }
}

function claimsOf(payload: JWTPayload): Claims {
  return Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, textOf(value)]))
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.join(' ')}]`
  return typeof value === 'string' ? value : JSON.stringify(value)
}
