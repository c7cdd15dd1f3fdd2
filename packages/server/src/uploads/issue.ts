import type { Keys } from '../options/keys.js'
import { createTokenIssuer, type IssuedToken } from '../token/issue.js'
import type { TokenSettings } from '../token/options.js'
import { least } from './authorize.js'
import type { UploadGrant, UploadRouteSettings } from './define-uploads.js'
import { parseSignedMetadata } from './signed-metadata.js'

/** Creates a function that issues a token for a route, with its rules, its metadata and a receipt that binds them. */
export function createUploadTokenIssuer<Args extends unknown[]>(
  settings: TokenSettings<Args>,
): (keys: Keys, grant: UploadGrant, route: UploadRouteSettings<Args>, args: Args) => Promise<IssuedToken> {
  const issueToken = createTokenIssuer(settings)

  return async (keys, grant, { name, rules, metadata: metadataOf }, args) => {
    const metadata = metadataOf && parseSignedMetadata(name, await metadataOf({ grant }, ...args))
    // Uploadcare enforces the number of files of an auth token, and its scope is that of uploading by default.
    const operations = settings.credential === 'jwt' ? least(grant.operations, rules.maxFiles) : undefined
    return issueToken(keys, { ...grant, operations }, args, { route: name, rules, metadata })
  }
}
