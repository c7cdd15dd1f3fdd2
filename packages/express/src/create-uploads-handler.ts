import type { UploadsHandlerOptions } from '@secure-uploading/server'
import {
  createDefineUploads,
  createNodeHandler,
  createUploadsEndpoint,
  type DefineUploads,
} from '@secure-uploading/server/adapter'
import type { Request, RequestHandler, Response } from 'express'

/**
 * Defines upload routes: their rules, and what happens with an accepted file. The browser gets their types with
 * `import type`.
 *
 * @throws {TypeError} naming an invalid option.
 *
 * @example
 * ```ts
 * import { defineUploads } from '@secure-uploading/express'
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
export const defineUploads: DefineUploads<[request: Request, response: Response]> =
  /* @__PURE__ */ createDefineUploads()

/**
 * Creates an uploads endpoint for Express 4 and 5: it issues tokens for upload routes and completes their files. It works
 * before and after `express.json()`.
 *
 * @throws {TypeError} naming an invalid option.
 *
 * @example
 * ```ts
 * import { createUploadsHandler, defineUploads } from '@secure-uploading/express'
 * import express from 'express'
 *
 * const uploads = defineUploads({ avatar: { accept: ['image/*'], maxBytes: '5MB', maxFiles: 1 } })
 *
 * const app = express()
 * app.all(
 *   '/api/uploads',
 *   createUploadsHandler({
 *     uploads,
 *     receipts: { secret: process.env['RECEIPT_SECRET'] },
 *     authorize: (request) => (request.get('cookie') ? { subject: 'user-42' } : null),
 *   }),
 * )
 * ```
 */
export function createUploadsHandler(options: UploadsHandlerOptions<[Request, Response]>): RequestHandler {
  return createNodeHandler(createUploadsEndpoint(options))
}
