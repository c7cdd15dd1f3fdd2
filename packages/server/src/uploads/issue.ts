import { UPLOAD_SCOPE } from '@secure-uploading/core/internal'
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
    const restricted = settings.credential === 'jwt' ? restrict(grant, rules.maxFiles) : grant
    return issueToken(keys, restricted, args, { route: name, rules, metadata })
  }
}

/** Lets Uploadcare enforce the number of files, and the requests that uploading needs. */
function restrict(grant: UploadGrant, maxFiles: number | undefined): UploadGrant {
  const operations = least(grant.operations, maxFiles)
  return {
    ...grant,
    scope: grant.scope ?? [...UPLOAD_SCOPE],
    ...(operations === undefined ? {} : { operations }),
  }
}
