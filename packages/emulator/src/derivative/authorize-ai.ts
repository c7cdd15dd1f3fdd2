import { authorizeToken } from '../credentials/authorize-token.js'
import { bearerToken } from '../credentials/bearer-token.js'
import { applyRefusal, conclude } from '../credentials/conclude.js'
import { UNLIMITED, type Permit } from '../credentials/permit.js'
import { apiError } from '../errors/upload-api-error.js'
import type { Exchange } from '../http/exchange.js'
import type { Project } from '../projects/project.js'

/**
 * Verifies the auth token of a request for AI images. Signatures are ignored, and so is secure uploading: the project has
 * its own setting for AI images.
 *
 * @throws {UploadApiError} when the token is missing or refused.
 */
export async function authorizeAi(exchange: Exchange, project: Project): Promise<Permit> {
  const token = bearerToken(exchange.request)
  if (token !== undefined) exchange.entry.credential = 'jwt'
  applyRefusal(exchange)
  if (!project.signedAiGeneration) return UNLIMITED
  if (token !== undefined && project.secretKeys.length > 0) return authorizeToken(exchange, project, token)
  if (token !== undefined) throw apiError('AccessTokenInvalidError', 'The project has no secret key.')
  const { code, status, message } = apiError('SignatureRequiredError')
  const hint = 'Requests for AI images require an auth token. Signatures are not accepted.'
  conclude(exchange, { valid: false, code, status, message, hint })
  return UNLIMITED
}
