import { jwtVerify, type CryptoKey, type JWTPayload } from 'jose'

/** What a JWT says, as it stands in an event: API Gateway makes text of everything. */
export type Claims = Record<string, string>

/** Tells what the JWT of a request says; `undefined` when there is none that is valid. */
export type JwtAuthorizer = (request: Request) => Promise<Claims | undefined>

export interface JwtAuthorizerOptions {
  issuer: string
  audience: string
  publicKey: CryptoKey
}

/** Plays the JWT authorizer of an HTTP API. On AWS the key comes from the issuer's address. */
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
