import { http, HttpResponse, type HttpHandler } from 'msw'
import { isConnectionDropped } from '../control/state/connection-dropped-error.js'
import type { Emulator } from '../create-emulator.js'

export interface EmulatorHandlersOptions {
  /**
   * The base URLs that the emulator handles.
   *
   * @default Uploadcare's hosts of the Upload API, the REST API and the CDN
   */
  baseUrls?: readonly string[]
}

const UPLOADCARE_URLS = [
  'https://upload.uploadcare.com',
  'https://api.uploadcare.com',
  'https://ucarecdn.com',
  'https://*.ucarecd.net',
]

/**
 * Creates msw handlers for all requests to Uploadcare's upload, REST and CDN hosts, for Node and browsers.
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
  return baseUrls.map((baseUrl) =>
    http.all(`${baseUrl.replace(/\/$/, '')}/*`, async ({ request }) => {
      try {
        return await emulator.fetch(request)
      } catch (error) {
        if (isConnectionDropped(error)) return HttpResponse.error()
        throw error
      }
    }),
  )
}
