import { jwtVerify, SignJWT } from 'jose'
import { requiredEnv } from '../settings/required-env'

export const SESSION_COOKIE = 'session'
export const SESSION_SECONDS = 8 * 60 * 60

const LEAST_SECRET_BYTES = 32

/** Makes the cookie's value: a JWT that names the user, signed with `SESSION_SECRET`. */
export function sealSession(user: string): Promise<string> {
  return new SignJWT()
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(user)
    .setIssuedAt()
    .setExpirationTime(`${SESSION_SECONDS}s`)
    .sign(signingKey())
}

/** Tells whom a cookie's value names; `undefined` when it is forged, expired or from before a new secret. */
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
  if (key.length < LEAST_SECRET_BYTES) {
    throw new Error(`SESSION_SECRET must have at least ${LEAST_SECRET_BYTES} bytes`)
  }
  return key
}
