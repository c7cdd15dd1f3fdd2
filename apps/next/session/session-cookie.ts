import { jwtVerify, SignJWT } from 'jose'
import { requiredEnv } from '../settings/required-env'

export const SESSION_COOKIE = 'session'
export const SESSION_SECONDS = 8 * 60 * 60

const MIN_SECRET_BYTES = 32

/** Creates the value of the session cookie: a JWT with the user, signed with `SESSION_SECRET`. */
export function sealSession(user: string): Promise<string> {
  return new SignJWT()
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(user)
    .setIssuedAt()
    .setExpirationTime(`${SESSION_SECONDS}s`)
    .sign(signingKey())
}

/** Returns the user in a cookie value, or `undefined` when it is forged, expired or signed with another secret. */
export async function openSession(value: string): Promise<string | undefined> {
  const key = signingKey()
  try {
    const { payload } = await jwtVerify(value, key, { algorithms: ['HS256'] })
    return payload.sub
  } catch {
    return undefined
  }
}

function signingKey(): Uint8Array {
  const key = new TextEncoder().encode(requiredEnv('SESSION_SECRET'))
  if (key.length < MIN_SECRET_BYTES) {
    throw new Error(`SESSION_SECRET must have at least ${MIN_SECRET_BYTES} bytes`)
  }
  return key
}
