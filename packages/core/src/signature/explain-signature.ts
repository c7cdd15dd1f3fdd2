import { equalInConstantTime } from '../hmac/equal-in-constant-time.js'
import { withWhiteSpace } from '../hmac/with-white-space.js'
import { importSecretKey } from './import-secret-key.js'
import { signExpire } from './sign-expire.js'

// Two calls of the clock, one signed and one sent, lie a second apart; a minute covers slow code too.
const NEARBY_SECONDS = 60

/** Says why a signature that does not match was made wrong, if one of the usual mistakes explains it. */
export async function explainSignature(
  secretKeys: readonly string[],
  signature: string,
  expire: string,
): Promise<string | undefined> {
  if (/^[0-9a-f]{32}$/i.test(signature)) {
    return 'It has the 32 digits of an MD5 sum: the old scheme, MD5(secret + expire). It must be HMAC-SHA256 of expire, 64 hex digits.'
  }
  if (/^[A-Za-z0-9+/_-]{43}=?$/.test(signature)) {
    return 'It looks like Base64. It must be 64 hex digits.'
  }
  if (!/^[0-9a-f]{64}$/i.test(signature)) {
    return 'It is not an HMAC-SHA256 in hex, which has 64 digits from 0 to f.'
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
  // Each of these could be the right signature of something, so none may tell by its time how close a guess came.
  const isSigned = async (key: CryptoKey, text: string): Promise<boolean> =>
    equalInConstantTime(await signExpire(key, text), lowerCase)

  const key = await importSecretKey(secretKey)
  if (lowerCase !== signature && (await isSigned(key, expire))) {
    return 'It is in upper case. It must be in lower case.'
  }
  if (await isSigned(key, `${expire}000`)) {
    return 'It was made from expire in milliseconds, but expire was sent in seconds. Sign the seconds.'
  }
  for (const other of withWhiteSpace(secretKey)) {
    if (await isSigned(await importSecretKey(other), expire)) {
      return 'The secret key was used with white space around it, or without white space that belongs to it. Compare it with the dashboard.'
    }
  }
  for (const seconds of nearby(Number(expire))) {
    if (await isSigned(key, String(seconds))) {
      return `It was made for another expiry: ${seconds} was signed, ${expire} was sent. Compute expire once, then sign and send the same.`
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
