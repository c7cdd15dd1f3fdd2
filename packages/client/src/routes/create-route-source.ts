import { parseUploadToken, type UploadToken } from '@secure-uploading/core/token'
import { receiptMetadataOf, type BoundMetadata } from '../token-source/receipt-metadata-of.js'
import { createAuthTokenProvider } from '../token-source/create-auth-token-provider.js'
import { createSource } from '../token-source/create-token-source.js'
import { signatureOf } from '../token-source/signature-of.js'
import type { GetTokenOptions, TokenSource } from '../token-source/token-source.js'
import type { TokenSourceOptions } from '../token-source/token-source-options.js'
import { parseRouteDetails, type RouteDetails } from './parse-route-details.js'

/** The token source of one route. */
export interface RouteSource {
  /** Hands out each token for at most `maxFiles` requests. */
  source: TokenSource
  /** Returns the rules and the metadata of the current token, without using one of its requests. */
  peek: (options: GetTokenOptions) => Promise<RouteDetails>
  /** Returns the metadata of one file. */
  receiptMetadata: () => Promise<Record<string, string>>
  publicKey: () => Promise<string | undefined>
}

/** Creates the token source of a route, which takes a new token before one would exceed its `maxFiles`. */
export function createRouteSource(options: TokenSourceOptions): RouteSource {
  const details = new WeakMap<UploadToken, RouteDetails>()
  const inner = createSource(options, (json) => {
    const ofRoute = parseRouteDetails(json)
    const token: UploadToken & BoundMetadata = { ...parseUploadToken(json), metadata: ofRoute.metadata }
    details.set(token, ofRoute)
    return token
  })
  const invalidate = (token?: UploadToken): void => {
    inner.invalidate(token)
  }
  const detailsOf = (token: UploadToken): RouteDetails => details.get(token) ?? { rules: {} }

  const getToken = createCountedGetToken()
  // Counted on their own, because File Uploader asks for the signature and the metadata of a file at different times.
  const getReceipt = createCountedGetToken()

  /** Returns a function that hands out each token at most `maxFiles` times. */
  function createCountedGetToken(): TokenSource['getToken'] {
    const uses = new WeakMap<UploadToken, number>()
    return async (request) => {
      for (;;) {
        const token = await inner.getToken(request)
        const used = uses.get(token) ?? 0
        if (used < (detailsOf(token).rules.maxFiles ?? Infinity)) {
          uses.set(token, used + 1)
          return token
        }
        invalidate(token)
      }
    }
  }

  return {
    source: {
      ...inner,
      get session() {
        return inner.session
      },
      getToken,
      signatureResolver: async () => signatureOf(await getToken()),
      authTokenProvider: createAuthTokenProvider({ getToken, invalidate }),
    },
    peek: async (request) => detailsOf(await inner.getToken(request)),
    receiptMetadata: async () => receiptMetadataOf(await getReceipt()),
    publicKey: async () => (await inner.getToken()).publicKey,
  }
}
