import { http, HttpResponse, type HttpHandler } from 'msw'
import { isConnectionDropped } from '../control/state/connection-dropped-error.js'
import type { Emulator } from '../create-emulator.js'

export interface EmulatorHandlersOptions {
  /**
   * The base URLs that the emulator handles: an origin, with a path if the API is below one. `*` stands for one or more
   * labels of a host name.
   *
   * @default Uploadcare's hosts of the Upload API, the REST API and the CDN
   */
  baseUrls?: readonly string[] | undefined
}

const UPLOADCARE_URLS = [
  'https://upload.uploadcare.com',
  'https://api.uploadcare.com',
  'https://ucarecdn.com',
  'https://*.ucarecd.net',
]

/**
 * Creates msw handlers for all requests to Uploadcare's hosts, for Node and browsers. Works with msw 2 and 3.
 *
 * @throws {TypeError} when a base URL is invalid.
 *
 * @example
 * ```ts
 * import { createEmulator } from '@secure-uploading/emulator'
 * import { emulatorHandlers } from '@secure-uploading/emulator/msw'
 * import { setupServer } from 'msw/node'
 *
 * const emulator = createEmulator({
 *   projects: [{ publicKey: 'demopublickey', secretKeys: ['demosecretkey'], secureUploading: true }],
 * })
 * const server = setupServer(...emulatorHandlers(emulator))
 * ```
 */
export function emulatorHandlers(
  emulator: Pick<Emulator, 'fetch'>,
  { baseUrls = UPLOADCARE_URLS }: EmulatorHandlersOptions = {},
): HttpHandler[] {
  if (typeof baseUrls === 'string') throw new TypeError('"baseUrls" must be an array of http or https URLs')
  return baseUrls.map((baseUrl) => {
    const pattern = patternOf(baseUrl)
    return http.all(pattern, async ({ request }) => {
      try {
        const [matched] = pattern.exec(request.url) ?? []
        return await emulator.fetch(request, { baseUrl: matched?.replace(/\/$/, '') ?? baseUrl })
      } catch (error) {
        if (isConnectionDropped(error)) return HttpResponse.error()
        throw error
      }
    })
  })
}

/** A regular expression, because msw's path syntax has no form for `[::1]`, and ports and paths look like parameters. */
function patternOf(baseUrl: string): RegExp {
  const withoutWildcards = baseUrl.replaceAll('*', 'wildcard')
  if (!/^https?:$/.test(URL.canParse(withoutWildcards) ? new URL(withoutWildcards).protocol : '')) {
    throw new TypeError(`"baseUrls" must contain http or https URLs: "${baseUrl}" is not one`)
  }
  // The normalized form: default ports are removed, hosts are lower-case.
  const { origin, pathname } = new URL(withoutWildcards)
  const prefix = (origin + pathname).replace(/\/+$/, '')
  return new RegExp(`^${prefix.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('wildcard', '[^/:]+')}/`)
}
