import { verifySecureSignature } from '@secure-uploading/core'
import type { Exchange } from '../http/exchange.js'
import type { Form } from '../http/form.js'
import { UploadApiError } from '../http/upload-api-error.js'
import type { Project } from '../projects/project.js'
import { noteCredential } from './note-credential.js'

/**
 * Judges the credential of a signed request by the emulator's clock. With secure uploading off there is nothing
 * to judge, whatever was sent.
 *
 * @throws {UploadApiError} when it is refused.
 */
export async function authorize(
  exchange: Exchange,
  project: Project,
  form: Pick<Form, 'get'>,
): Promise<void> {
  const { emulation, entry, refusal } = exchange
  noteCredential(exchange, form)
  if (refusal) {
    const { code, status, message } = refusal
    entry.verdict = { valid: false, code, status, message, hint: 'A fault of the emulator refused it.' }
    throw refusal
  }
  if (!project.secureUploading) return

  const credential = { signature: form.get('signature'), expire: form.get('expire') }
  const verdict = await verifySecureSignature(project.secretKeys, credential, {
    now: () => emulation.clock.nowMs(),
  })
  entry.verdict = verdict
  if (!verdict.valid) throw new UploadApiError(verdict.code, verdict.status, verdict.message)
}
