import { hmac } from '@noble/hashes/hmac'
import { sha256 } from '@noble/hashes/sha2'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils'

/**
 * Verifies the token of a signed URL: `exp=<Unix seconds>~acl=<path>~hmac=<hex>`, or without `acl` for exactly one URL.
 * The HMAC-SHA256 covers what precedes it, and without `acl` also `~url=<URL>`.
 *
 * @param urls the forms in which the URL of the request may be signed; the first is its path.
 * @returns why the token is refused, or `undefined` when it is valid.
 * @see https://uploadcare.com/docs/security/secure-delivery/
 */
export function verifyDeliveryToken(
  secrets: readonly string[],
  token: string,
  urls: readonly string[],
  nowMs: number,
): string | undefined {
  const [, signed, signature = ''] = /^(.*)~hmac=([0-9a-f]{64})$/is.exec(token) ?? []
  if (signed === undefined) return 'The URL requires "?token=exp=…~hmac=…".'
  const acl = fieldOf(signed, 'acl')
  const sources = acl === undefined ? urls.map((url) => `${signed}~url=${url}`) : [signed]
  const isSigned = secrets.some((secret) =>
    sources.some((source) => signatureOf(secret, source) === signature.toLowerCase()),
  )
  if (!isSigned) return 'The signature of the token does not match.'
  const exp = fieldOf(signed, 'exp') ?? ''
  if (!/^\d{1,12}$/.test(exp)) return 'The token has no "exp" in Unix seconds.'
  if (Number(exp) * 1000 < nowMs) return 'The token has expired.'
  const [path = ''] = urls
  if (acl !== undefined && !isInAcl(acl, path)) return 'The "acl" of the token does not contain the path.'
  return undefined
}

/** Reads a field. Its value may contain `~`, as the id of a group does. */
function fieldOf(signed: string, name: string): string | undefined {
  const fields = signed.split(/(?:^|~)(?=(?:ip|st|exp|acl|id|data)=)/)
  return fields.find((field) => field.startsWith(`${name}=`))?.slice(name.length + 1)
}

function signatureOf(secret: string, source: string): string {
  return bytesToHex(hmac(sha256, hexToBytes(secret), utf8ToBytes(source)))
}

/** Checks a list of paths, separated by `!`. A `*` at the end of a path stands for any text. */
function isInAcl(acl: string, path: string): boolean {
  return acl
    .split('!')
    .some((allowed) => (allowed.endsWith('*') ? path.startsWith(allowed.slice(0, -1)) : path === allowed))
}
