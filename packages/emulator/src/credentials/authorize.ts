import { verifySecureSignature } from '@secure-uploading/core'
import type { Exchange } from '../http/exchange.js'
import type { Form } from '../http/form.js'
import type { Project } from '../projects/project.js'
import { authorizeToken } from './authorize-token.js'
import { bearerToken } from './bearer-token.js'
import { applyRefusal, conclude } from './conclude.js'
import { noteCredential } from './note-credential.js'
import { UNLIMITED, type Permit } from './permit.js'

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
  noteCredential(exchange, form)
  applyRefusal(exchange)
  if (!project.secureUploading) return UNLIMITED

  const token = bearerToken(exchange.request)
  const signature = form.get('signature')
  if (token !== undefined && signature === undefined) return authorizeToken(exchange, project, token)

  const credential = { signature, expire: form.get('expire') }
  const now = (): number => exchange.emulation.clock.nowMs()
  conclude(exchange, await verifySecureSignature(project.secretKeys, credential, { now }))
  return UNLIMITED
}
