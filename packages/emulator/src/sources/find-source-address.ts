import { apiError } from '../errors/upload-api-error.js'
import { isPublicAddress } from './is-public-address.js'
import type { SourceNetwork } from './source-network.js'

/**
 * Resolves the address to connect to. All addresses of the name are checked, because a connection could use any.
 *
 * @returns `undefined` where names cannot be resolved.
 * @throws {UploadApiError} when the host does not exist, or an address is private and the project does not allow it.
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
