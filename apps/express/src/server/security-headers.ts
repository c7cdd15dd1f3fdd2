import type { UploadService } from '@secure-uploading/demo-kit'
import type { RequestHandler } from 'express'

/** Lets the page talk to its own server and to the upload service, and run nothing but its own script. */
export function securityHeaders({ url }: UploadService): RequestHandler {
  // Uploadcare takes parts of large files on addresses that it names with each upload, all of them https.
  const uploads = url ?? 'https:'
  const policy = [
    "default-src 'self'",
    `connect-src 'self' ${uploads}`,
    `img-src 'self' blob: data: ${uploads}`,
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ')

  return (_request, response, next) => {
    response.set({
      'Content-Security-Policy': policy,
      'Referrer-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
    })
    next()
  }
}
