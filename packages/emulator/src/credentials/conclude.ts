import type { Verdict } from '@secure-uploading/core'
import { UploadApiError } from '../errors/upload-api-error.js'
import type { Exchange } from '../http/exchange.js'

/**
 * Records the result of a credential check in the journal.
 *
 * @throws {UploadApiError} when the credential is refused.
 */
export function conclude({ entry }: Exchange, verdict: Verdict): void {
  entry.verdict = verdict
  if (!verdict.valid) throw new UploadApiError(verdict.code, verdict.status, verdict.message)
}

/**
 * Refuses the credential if a fault requests it.
 *
 * @throws {UploadApiError} the refusal of the fault.
 */
export function applyRefusal({ entry, refusal }: Exchange): void {
  if (!refusal) return
  const { code, status, message } = refusal
  entry.verdict = { valid: false, code, status, message, hint: 'Refused by a fault of the emulator.' }
  throw refusal
}
