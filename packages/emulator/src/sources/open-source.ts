import { apiError, UploadApiError } from '../errors/upload-api-error.js'
import { findSourceAddress } from './find-source-address.js'
import { parseSourceUrl } from './parse-source-url.js'
import type { SourceNetwork, SourceResponse } from './source-network.js'

const MAX_REDIRECTS = 5

/** The response of a source, with its body unread, and the URL after redirects. */
export interface OpenedSource extends SourceResponse {
  url: URL
}

/**
 * Requests a source and follows its redirects. The address of every hop is checked.
 *
 * @throws {UploadApiError} with the code to report in the upload's status.
 */
export async function openSource(
  network: SourceNetwork,
  source: URL,
  { allowPrivateSources, signal }: { allowPrivateSources: boolean; signal: AbortSignal },
): Promise<OpenedSource> {
  let url = source
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    const address = await checked(findSourceAddress(network, url, allowPrivateSources))
    const unwanted = new AbortController()
    const requestSignal = AbortSignal.any([signal, unwanted.signal])
    const response = await network.request(url, address, requestSignal).catch(() => {
      throw apiError('DownloadFileHTTPNetworkError')
    })
    if (response.status >= 200 && response.status < 300) return { ...response, url }
    // An unread body would keep the connection open.
    unwanted.abort()
    const location = locationIn(response)
    url = await checked(Promise.resolve().then(() => redirected(location, url)))
  }
  throw apiError('URLRedirectsLimitExceededError')
}

function locationIn({ status, headers }: SourceResponse): string {
  const location = status >= 300 && status < 400 ? headers.get('Location') : null
  if (location !== null) return location
  throw apiError(
    status >= 500 ? 'DownloadFileHTTPServerError' : 'DownloadFileHTTPClientError',
    String(status),
  )
}

function redirected(location: string, from: URL): URL {
  if (!URL.canParse(location, from.href)) throw apiError('URLParsingFailedError')
  return parseSourceUrl(new URL(location, from).href)
}

async function checked<T>(check: Promise<T>): Promise<T> {
  return check.catch((error: unknown) => {
    if (error instanceof UploadApiError) throw apiError('DownloadFileHTTPURLValidationError', error.message)
    throw error
  })
}
