import type { UploadService } from '@secure-uploading/demo-kit'
import type { RequestHandler } from 'express'

/** Sends a policy that allows connections to this server and the upload service, and only the page's own script. */
export function securityHeaders({ url }: UploadService): RequestHandler {
  // Uploadcare returns the addresses for the parts of large files with each upload, all of them https.
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
