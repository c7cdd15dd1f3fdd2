import { createWebHandler } from '../http/web.js'
import { createDefineUploads, type DefineUploads } from './define-uploads.js'
import { createUploadsEndpoint } from './endpoint.js'
import type { UploadsHandlerOptions } from './options.js'

/** Answers a web-standard request. `rest` is passed on to `authorize`, the keys and the hooks. */
export type UploadsHandler<Rest extends unknown[] = []> = (
  request: Request,
  ...rest: Rest
) => Promise<Response>

/**
 * Defines upload routes: their rules, and what happens with an accepted file. The browser gets their types with
 * `import type`.
 *
 * @throws {TypeError} naming an invalid option.
 *
 * @example
 * ```ts
 * import { defineUploads } from '@secure-uploading/server'
 *
 * export const uploads = defineUploads({
 *   avatar: {
 *     accept: ['image/*'],
 *     maxBytes: '5MB',
 *     maxFiles: 1,
 *     onUploaded: ({ file, subject }) => ({ url: file.cdnUrl, owner: subject }),
 *   },
 * })
 * ```
 */
export const defineUploads: DefineUploads<[request: Request, ...rest: unknown[]]> =
  /* @__PURE__ */ createDefineUploads()

/**
 * Creates an uploads endpoint for frameworks with `Request` and `Response`: Hono, Cloudflare Workers, Deno, Bun, SvelteKit…
 * It issues tokens for upload routes and completes their files. Mount it for `POST` and `OPTIONS`.
 *
 * @throws {TypeError} naming an invalid option.
 *
 * @example
 * ```ts
 * import { createUploadsHandler, defineUploads } from '@secure-uploading/server'
 *
 * const uploads = defineUploads({ avatar: { accept: ['image/*'], maxBytes: '5MB', maxFiles: 1 } })
 * const handle = createUploadsHandler({
 *   uploads,
 *   publicKey: () => process.env['UPLOADCARE_PUBLIC_KEY'] ?? '',
 *   secretKey: () => process.env['UPLOADCARE_SECRET_KEY'] ?? '',
 *   receipts: { secret: () => process.env['RECEIPT_SECRET'] ?? '' },
 *   authorize: (request) => (request.headers.has('cookie') ? { subject: 'user-42' } : null),
 * })
 * ```
 */
export function createUploadsHandler<Rest extends unknown[] = []>(
  options: UploadsHandlerOptions<[Request, ...Rest]>,
): UploadsHandler<Rest> {
  return createWebHandler(createUploadsEndpoint(options))
}
