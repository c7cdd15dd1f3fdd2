import { apiError } from '../errors/upload-api-error.js'
import { isPublicAddress } from './is-public-address.js'
import type { SourceNetwork } from './source-network.js'

/**
 * Finds the address to connect to, and checks all that the name has: a name with one private address could lead
 * there. Undefined where names cannot be resolved.
 *
 * @throws {UploadApiError} when there is no such host, or it is not a public one and the project does not allow that.
 */
export async function findSourceAddress(
  network: SourceNetwork,
  { hostname }: URL,
  allowPrivateSources: boolean,
): Promise<string | undefined> {
  const literal = hostname.startsWith('[') ? hostname.slice(1, -1) : hostname
  const isLiteral = hostname.startsWith('[') || /^[\d.]+$/.test(hostname)
  const addresses = isLiteral
    ? [literal]
    : await network.resolve(hostname).catch(() => {
        throw apiError('HostnameNotFoundError')
      })
  if (!allowPrivateSources && !addresses.every(isPublicAddress)) {
    throw apiError('URLHostPrivateIPForbiddenError')
  }
  return addresses[0]
}
