import type { UploadsHandlerOptions } from '@secure-uploading/server'
import {
  createDefineUploads,
  createUploadsEndpoint,
  type DefineUploads,
} from '@secure-uploading/server/adapter'
import type { NextRequest } from 'next/server.js'
import { createRouteHandler } from './create-route-handler.js'
import type { TokenRouteHandlers } from './create-token-handler.js'
import { translateUploadErrors } from './translate-next-errors.js'

/**
 * Defines upload routes for the App Router: their rules, and what happens with an accepted file. The browser gets their types
 * with `import type`. `authorize` of a route may call `redirect()`, `unauthorized()` and `forbidden()`.
 *
 * @throws {TypeError} naming an invalid option.
 *
 * @example
 * ```ts
 * // app/api/uploads/uploads.ts
 * import { defineUploads } from '@secure-uploading/next'
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
export const defineUploads: DefineUploads<[request: NextRequest, context: { params: Promise<object> }]> =
  /* @__PURE__ */ createDefineUploads()

/**
 * Creates an uploads endpoint for the App Router: the exports of a `route.ts`. It issues tokens for upload routes and
 * completes their files. Pass secrets as functions, so that `next build` needs none. `authorize` may call `redirect()`,
 * `unauthorized()` and `forbidden()`.
 *
 * @throws {TypeError} naming an invalid option.
 *
 * @example
 * ```ts
 * // app/api/uploads/route.ts
 * import { createUploadsHandler, defineUploads } from '@secure-uploading/next'
 *
 * const uploads = defineUploads({ avatar: { accept: ['image/*'], maxBytes: '5MB', maxFiles: 1 } })
 *
 * export const { POST, OPTIONS } = createUploadsHandler({
 *   uploads,
 *   receipts: { secret: () => process.env['RECEIPT_SECRET'] },
 *   authorize: (request) => (request.cookies.has('session') ? { subject: 'user-42' } : null),
 * })
 * ```
 */
export function createUploadsHandler<
  Context extends { params: Promise<object> } = { params: Promise<object> },
>(options: UploadsHandlerOptions<[NextRequest, Context]>): TokenRouteHandlers<Context> {
  const handle = createRouteHandler(createUploadsEndpoint(translateUploadErrors(options)))
  return { POST: handle, OPTIONS: handle }
}
