import type { RequestListener } from 'node:http'
import { createUploadsHandler, createWebhookHandler, defineUploads } from '@secure-uploading/express'
import express from 'express'
import { grantOf, save, sharedOptions, SIGNING_SECRET, type AppOptions } from './app-options.js'

/** Defines the routes of the Express app. The browser uses their type. */
export const defineRoutes = (options: AppOptions) =>
  defineUploads({
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

/** Creates an Express app with `/api/uploads` and `/api/webhook`, behind `express.json()`. */
export function createExpressApp(options: AppOptions): RequestListener {
  const uploads = defineRoutes(options)
  const shared = { ...sharedOptions(options), uploads }
  return express()
    .all('/api/webhook', createWebhookHandler({ ...shared, signingSecret: SIGNING_SECRET }))
    .use(express.json())
    .all(
      '/api/uploads',
      createUploadsHandler({ ...shared, authorize: (request) => grantOf(request.get('cookie')) }),
    )
}
