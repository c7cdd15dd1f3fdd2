import { jwtVerify, type CryptoKey, type JWTPayload } from 'jose'

/** The claims of a JWT in an event. API Gateway converts every value to text. */
export type Claims = Record<string, string>

/** Returns the claims of the request's JWT, or `undefined` without a valid JWT. */
export type JwtAuthorizer = (request: Request) => Promise<Claims | undefined>

export interface JwtAuthorizerOptions {
  issuer: string
  audience: string
  publicKey: CryptoKey
}

/** Creates the JWT authorizer of an HTTP API. AWS reads the public key from the issuer's address. */
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
