import { readClock } from '../expiry/read-clock.js'
import { assertNonEmptyString } from '../options/assert-non-empty-string.js'
import { assertOptions } from '../options/assert-options.js'
import { assertNotPublicKey } from '../secret/assert-not-public-key.js'
import { parseSecrets } from '../secret/parse-secrets.js'
import { RECEIPT_SECRET } from '../secret/secret-kind.js'
import { hashMetadata, isMetadata } from './hash-metadata.js'
import { openUploadReceipt, type OpenedUploadReceipt } from './open-upload-receipt.js'
import type { UploadReceiptClaims } from './upload-receipt-claims.js'
import {
  refuseReceipt,
  type UploadReceiptVerdict,
  type VerifyUploadReceiptOptions,
} from './upload-receipt-verdict.js'
import { assertRouteName } from './upload-route.js'

/** The backend's clock, which issues receipts, can be ahead of Uploadcare's, which dates uploads. */
const CLOCK_LEEWAY_MS = 30_000

/**
 * Creates a function like `verifyUploadReceipt` for the files of one request. It verifies the signature of a receipt once,
 * however many files have it; time, project, route and metadata are checked for each file. It keeps every receipt that it
 * verified, so it must not outlive the request.
 *
 * @throws {TypeError} if a secret is invalid or the list is empty
 */
export function createUploadReceiptVerifier(
  secrets: string | readonly string[],
): (
  receipt: string | null | undefined,
  options?: VerifyUploadReceiptOptions,
) => Promise<UploadReceiptVerdict> {
  const candidates = parseSecrets(RECEIPT_SECRET, secrets)
  const opened = new Map<unknown, Promise<OpenedUploadReceipt>>()

  function openOnce(receipt: unknown): Promise<OpenedUploadReceipt> {
    const known = opened.get(receipt)
    if (known !== undefined) return known
    const opening = openUploadReceipt(candidates, receipt)
    opened.set(receipt, opening)
    return opening
  }

  return async (receipt, options = {}) => {
    assertOptions(options, ['publicKey', 'route', 'metadata', 'now'])
    const { publicKey, route, metadata, now = Date.now } = options
    assertNonEmptyString('publicKey', publicKey)
    assertNotPublicKey(RECEIPT_SECRET.option, candidates, publicKey)
    if (route !== undefined) assertRouteName(route)

    const { claims, refusal } = await openOnce(receipt)
    if (refusal !== undefined) return refusal
    const uploadedMs = Math.floor(readClock(now) / 1000) * 1000
    if (claims.issuedAt.getTime() > uploadedMs + CLOCK_LEEWAY_MS) return refuseReceipt('too-early')
    if (claims.expiresAt.getTime() < uploadedMs) return refuseReceipt('expired')
    if (publicKey !== undefined && claims.publicKey !== publicKey) return refuseReceipt('other-project')
    if (route !== undefined && claims.route !== route) return refuseReceipt('other-route')
    if ('metadata' in options && !(await isMetadataSigned(claims, metadata))) {
      return { ...refuseReceipt('mismatch'), hint: 'The file’s metadata differs from the signed metadata.' }
    }
    return { valid: true, claims }
  }
}

async function isMetadataSigned({ metadataHash }: UploadReceiptClaims, metadata: unknown): Promise<boolean> {
  if (metadataHash === undefined) return true
  return isMetadata(metadata) && (await hashMetadata(metadata)) === metadataHash
}
