import { verifyAuthToken } from '@secure-uploading/core'
import type { Exchange } from '../http/exchange.js'
import { apiError } from '../errors/upload-api-error.js'
import type { Project } from '../projects/project.js'
import { conclude } from './conclude.js'
import { UNLIMITED, type Permit } from './permit.js'

/**
 * Verifies an auth token against the emulator's clock and the path of the endpoint.
 *
 * @throws {UploadApiError} when the token is refused.
 */
export async function authorizeToken(exchange: Exchange, project: Project, token: string): Promise<Permit> {
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
