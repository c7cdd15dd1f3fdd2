import { verifyAuthToken, verifySecureSignature, type Verdict } from '@secure-uploading/core'
import type { Exchange } from '../http/exchange.js'
import type { Form } from '../http/form.js'
import { apiError, UploadApiError } from '../errors/upload-api-error.js'
import type { Project } from '../projects/project.js'
import { bearerToken } from './bearer-token.js'
import { noteCredential } from './note-credential.js'

/** The operations that a credential allows. */
export interface Permit {
  /**
   * Counts uploaded files against the token's operation limit.
   *
   * @throws {UploadApiError} when fewer operations are left.
   */
  spend(operations: number): void
}

const UNLIMITED: Permit = { spend: () => undefined }

/**
 * Verifies the credential of a signed request against the emulator's clock. A signature takes precedence over an auth
 * token. With secure uploading off, credentials are ignored.
 *
 * @throws {UploadApiError} when the credential is refused.
 */
export async function authorize(
  exchange: Exchange,
  project: Project,
  form: Pick<Form, 'get'>,
): Promise<Permit> {
  const { emulation, entry, refusal } = exchange
  noteCredential(exchange, form)
  if (refusal) {
    const { code, status, message } = refusal
    entry.verdict = { valid: false, code, status, message, hint: 'Refused by a fault of the emulator.' }
    throw refusal
  }
  if (!project.secureUploading) return UNLIMITED

  const token = bearerToken(exchange.request)
  const signature = form.get('signature')
  if (token !== undefined && signature === undefined) return authorizeToken(exchange, project, token)

  const credential = { signature, expire: form.get('expire') }
  const now = (): number => emulation.clock.nowMs()
  conclude(exchange, await verifySecureSignature(project.secretKeys, credential, { now }))
  return UNLIMITED
}

async function authorizeToken(exchange: Exchange, project: Project, token: string): Promise<Permit> {
  const { emulation } = exchange
  const { claims, ...verdict } = await verifyAuthToken(project.secretKeys, token, {
    path: exchange.path,
    now: () => emulation.clock.nowMs(),
  })
  conclude(exchange, verdict)
  if (!claims) return UNLIMITED
  return {
    spend(operations) {
      if (emulation.operations.spend(`${project.publicKey} ${claims.jti ?? token}`, claims, operations))
        return
      const { code, status, message } = apiError('OperationsLimitExceededError')
      conclude(exchange, { valid: false, code, status, message })
    },
  }
}

function conclude({ entry }: Exchange, verdict: Verdict): void {
  entry.verdict = verdict
  if (!verdict.valid) throw new UploadApiError(verdict.code, verdict.status, verdict.message)
}
