import { readClock } from '../expiry/read-clock.js'
import { assertNonEmptyString } from '../options/assert-non-empty-string.js'
import { assertNotPublicKey } from '../secret/assert-not-public-key.js'
import { parseSecrets } from '../secret/parse-secrets.js'
import { RECEIPT_SECRET } from '../secret/secret-kind.js'
import { hashMetadata, isMetadata } from './hash-metadata.js'
import { openUploadReceipt, type OpenedUploadReceipt } from './open-upload-receipt.js'
import {
  refuseReceipt,
  type UploadReceiptVerdict,
  type VerifyUploadReceiptOptions,
} from './upload-receipt-verdict.js'
import { assertRouteName } from './upload-route.js'

/** The backend's clock, which issues receipts, can be ahead of Uploadcare's, which dates uploads. */
const CLOCK_LEEWAY_MS = 30_000

/**
 * Creates a function that verifies the receipts of the files of one request, for one project and route. It verifies the
 * signature of a receipt once, however many files have it; time and metadata are checked for each file. It keeps every receipt
 * that it verified, so it must not outlive the request.
 *
 * @param expected the project and the route, as for `verifyUploadReceipt`
 * @throws {TypeError} if a secret is invalid or is the public key, the list is empty, or `expected` is invalid
 */
export function createUploadReceiptVerifier(
  secrets: string | readonly string[],
  { publicKey, route }: Pick<VerifyUploadReceiptOptions, 'publicKey' | 'route'>,
): (
  receipt: string | null | undefined,
  file: Pick<VerifyUploadReceiptOptions, 'metadata' | 'now'>,
) => Promise<UploadReceiptVerdict> {
  const candidates = parseSecrets(RECEIPT_SECRET, secrets)
  assertNonEmptyString('publicKey', publicKey)
  assertNotPublicKey(RECEIPT_SECRET.option, candidates, publicKey)
  if (route !== undefined) assertRouteName(route)
  const opened = new Map<unknown, Promise<OpenedUploadReceipt>>()

  function openOnce(receipt: unknown): Promise<OpenedUploadReceipt> {
    const known = opened.get(receipt)
    if (known !== undefined) return known
    const opening = openUploadReceipt(candidates, receipt)
    opened.set(receipt, opening)
    return opening
  }

  return async (receipt, file) => {
    const { now = Date.now } = file
    const { claims, refusal } = await openOnce(receipt)
    if (refusal !== undefined) return refusal
    const uploadedMs = Math.floor(readClock(now) / 1000) * 1000
    if (claims.issuedAt.getTime() > uploadedMs + CLOCK_LEEWAY_MS) return refuseReceipt('too-early')
    if (claims.expiresAt.getTime() < uploadedMs) return refuseReceipt('expired')
    if (publicKey !== undefined && claims.publicKey !== publicKey) return refuseReceipt('other-project')
    if (route !== undefined && claims.route !== route) return refuseReceipt('other-route')
    const { metadataHash } = claims
    if (metadataHash !== undefined && 'metadata' in file && (await hashOf(file.metadata)) !== metadataHash) {
      return { ...refuseReceipt('mismatch'), hint: 'The file’s metadata differs from the signed metadata.' }
    }
    return { valid: true, claims }
  }
}

async function hashOf(metadata: unknown): Promise<string | undefined> {
  return isMetadata(metadata) ? hashMetadata(metadata) : undefined
}
