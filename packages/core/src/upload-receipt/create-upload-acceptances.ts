import { decodeBase64Url, encodeBase64Url } from '../base64url/base64url.js'
import type { HmacKey } from '../hmac/create-hmac-key.js'
import { isSignedByAny } from '../hmac/is-signed-by-any.js'
import { isMissing } from '../options/is-missing.js'
import { parseSecrets } from '../secret/parse-secrets.js'
import { RECEIPT_SECRET } from '../secret/secret-kind.js'
import { deriveHmacKey } from './derive-hmac-key.js'
import { assertAcceptor, type UploadAcceptance } from './upload-acceptance.js'
import { refuseAcceptance, type UploadAcceptanceVerdict } from './upload-acceptance-verdict.js'

/** The acceptance records of one user and route. UUIDs must be valid. */
export interface UploadAcceptances {
  /** Generates the record of a file with the first secret. */
  generate: (uuid: string) => Promise<string>
  /** Verifies the record of a file. A record of any type gets a verdict. */
  verify: (uuid: string, record: unknown) => Promise<UploadAcceptanceVerdict>
}

const RECORD = /^ua1\.(?<mac>[\w-]{43})$/

/**
 * Creates the acceptance records of one user and route, for many files. Checks secrets, user and route once. Must not outlive
 * the request.
 *
 * @throws {TypeError} if a secret is invalid, the list is empty, or the user or route is invalid
 */
export function createUploadAcceptances(
  secrets: string | readonly string[],
  { subject, route }: Omit<UploadAcceptance, 'uuid'>,
): UploadAcceptances {
  const candidates = parseSecrets(RECEIPT_SECRET, secrets)
  assertAcceptor({ subject, route })
  let derived: Promise<HmacKey[]> | undefined

  function keys(): Promise<HmacKey[]> {
    derived ??= Promise.all(candidates.map((secret) => deriveHmacKey(secret, 'upload-acceptance')))
    return derived
  }
  // JSON, so that no two acceptances have the same text.
  const encode = (uuid: string): Uint8Array<ArrayBuffer> =>
    new TextEncoder().encode(JSON.stringify([uuid.toLowerCase(), subject, route]))

  return {
    async generate(uuid) {
      // parseSecrets returns at least one secret.
      const [key] = (await keys()) as [HmacKey]
      return `ua1.${encodeBase64Url(await key.sign(encode(uuid)))}`
    },
    async verify(uuid, record) {
      if (isMissing(record)) return refuseAcceptance('missing')
      const encoded = typeof record === 'string' ? RECORD.exec(record)?.groups?.['mac'] : undefined
      const mac = encoded === undefined ? undefined : decodeBase64Url(encoded)
      if (mac === undefined) return refuseAcceptance('malformed')
      return (await isSignedByAny(await keys(), mac, encode(uuid)))
        ? { valid: true }
        : refuseAcceptance('mismatch')
    },
  }
}
