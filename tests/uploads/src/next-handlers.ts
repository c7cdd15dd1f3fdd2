import { createUploadsHandler, createWebhookHandler, defineUploads } from '@secure-uploading/next'
import { grantOf, save, sharedOptions, SIGNING_SECRET, type AppOptions } from './app-options.ts'

/** Creates the route handlers of `/api/uploads` and `/api/webhook`. */
export function createNextHandlers(options: AppOptions) {
  const uploads = defineUploads({
    avatar: {
      accept: ['image/*'],
      maxBytes: '1MB',
      maxFiles: 1,
      metadata: ({ grant }) => ({ owner: grant.subject }),
      onUploaded: (upload) => save(options, upload),
    },
    attachments: {
      accept: ['image/png', 'application/pdf', 'text/plain'],
      maxBytes: '2MB',
      maxFiles: 5,
      onUploaded: (upload) => save(options, upload),
    },
  })
  const shared = { ...sharedOptions(options), uploads }
  return {
    webhook: createWebhookHandler({ ...shared, signingSecret: SIGNING_SECRET }),
    handlers: createUploadsHandler({
      ...shared,
      authorize: (request) => grantOf(request.headers.get('cookie')),
    }),
  }
}
