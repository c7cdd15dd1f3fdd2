import type { UploadsHandlerOptions } from '@secure-uploading/server'
import {
  createDefineUploads,
  createNodeHandler,
  createUploadsEndpoint,
  type DefineUploads,
} from '@secure-uploading/server/adapter'
import type { NextApiHandler, NextApiRequest, NextApiResponse } from 'next'
import { translateUploadErrors } from '../translate-next-errors.js'

/**
 * Defines upload routes for the Pages Router: their rules, and what happens with an accepted file. The browser gets their
 * types with `import type`.
 *
 * @throws {TypeError} naming an invalid option.
 *
 * @example
 * ```ts
 * import { defineUploads } from '@secure-uploading/next/pages'
 *
 * export const uploads = defineUploads({ avatar: { accept: ['image/*'], maxBytes: '5MB', maxFiles: 1 } })
 * ```
 */
export const defineUploads: DefineUploads<[request: NextApiRequest, response: NextApiResponse]> =
  /* @__PURE__ */ createDefineUploads()

/**
 * Creates an uploads endpoint for the Pages Router: the default export of a file in `pages/api`. It issues tokens for upload
 * routes and completes their files. Pass secrets as functions, so that `next build` needs none.
 *
 * @throws {TypeError} naming an invalid option.
 *
 * @example
 * ```ts
 * // pages/api/uploads.ts
 * import { createUploadsHandler, defineUploads } from '@secure-uploading/next/pages'
 *
 * const uploads = defineUploads({ avatar: { accept: ['image/*'], maxBytes: '5MB', maxFiles: 1 } })
 *
 * export default createUploadsHandler({
 *   uploads,
 *   receipts: { secret: () => process.env['RECEIPT_SECRET'] },
 *   authorize: (request) => (request.cookies['session'] ? { subject: 'user-42' } : null),
 * })
 * ```
 */
export function createUploadsHandler(
  options: UploadsHandlerOptions<[NextApiRequest, NextApiResponse]>,
): NextApiHandler {
  return createNodeHandler(createUploadsEndpoint(translateUploadErrors(options)))
}
