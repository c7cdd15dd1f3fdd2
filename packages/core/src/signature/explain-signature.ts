import { equalInConstantTime } from '../hmac/equal-in-constant-time.js'
import { whitespaceVariants } from '../hmac/whitespace-variants.js'
import { importHmacKey } from '../hmac/import-hmac-key.js'
import { signExpire } from './sign-expire.js'

// Code that reads the clock twice, to sign and to send, is off by a second. A minute covers slow code, too.
const NEARBY_SECONDS = 60

/**
 * Finds the usual mistake that explains why a signature does not match.
 *
 * @returns the hint, or `undefined` if no usual mistake explains it
 */
export async function explainSignature(
  secretKeys: readonly string[],
  signature: string,
  expire: string,
): Promise<string | undefined> {
  if (/^[0-9a-f]{32}$/i.test(signature)) {
    return 'It has the 32 digits of an MD5 hash, as in the old scheme MD5(secret + expire). It must be the HMAC-SHA256 of expire: 64 hex digits.'
  }
  if (/^[A-Za-z0-9+/_-]{43}=?$/.test(signature)) {
    return 'It looks like Base64. It must be 64 hex digits.'
  }
  if (!/^[0-9a-f]{64}$/i.test(signature)) {
    return 'It is not an HMAC-SHA256 in hex: that has 64 digits, 0 to f.'
  }
  for (const secretKey of secretKeys) {
    const mistake = await findMistake(secretKey, signature, expire)
    if (mistake !== undefined) return mistake
  }
  return undefined
}

async function findMistake(
  secretKey: string,
  signature: string,
  expire: string,
): Promise<string | undefined> {
  const lowerCase = signature.toLowerCase()
  // Constant time here, too: each candidate can be a valid signature of another expiry.
  const isSigned = async (key: CryptoKey, text: string): Promise<boolean> =>
    equalInConstantTime(await signExpire(key, text), lowerCase)

  const key = await importHmacKey(secretKey)
  if (lowerCase !== signature && (await isSigned(key, expire))) {
    return 'It is in upper case. It must be in lower case.'
  }
  if (await isSigned(key, `${expire}000`)) {
    return 'The signature covers expire in milliseconds, but expire was sent in seconds. Sign the seconds.'
  }
  for (const variant of whitespaceVariants(secretKey)) {
    if (await isSigned(await importHmacKey(variant), expire)) {
      return 'The secret key used for signing differs in leading or trailing whitespace. Compare it with the dashboard.'
    }
  }
  for (const seconds of nearby(Number(expire))) {
    if (await isSigned(key, String(seconds))) {
      return `It is for another expiry: ${seconds} was signed, ${expire} was sent. Compute expire once, then sign and send the same value.`
    }
  }
  return undefined
}

function* nearby(expire: number): Generator<number> {
  for (let distance = 1; distance <= NEARBY_SECONDS; distance++) {
    yield expire - distance
    yield expire + distance
  }
}
