import { createHash, createHmac } from 'node:crypto'

export const SECRET_KEY = 'project_secret_key'
export const NOW_MS = 1_454_900_000_000
export const now = (): number => NOW_MS
export const nowSeconds = NOW_MS / 1000

/** Makes a JWT with Node's crypto, independently of the code under test. */
export function forge(
  claims: unknown,
  header: unknown = { alg: 'HS256', typ: 'JWT' },
  key = SECRET_KEY,
): string {
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const signed = `${encode(header)}.${encode(claims)}`
  const rawKey = createHash('sha256').update(key).digest()
  return `${signed}.${createHmac('sha256', rawKey).update(signed).digest('base64url')}`
}
