import type { RequestListener } from 'node:http'
import { createUploadsHandler, createWebhookHandler, defineUploads } from '@secure-uploading/next'
import { NextRequest } from 'next/server.js'
import { grantOf, save, sharedOptions, SIGNING_SECRET, type AppOptions } from './app-options.js'
import { listenerOf } from './listener-of.js'

/** Creates the route handlers of a Next app with `/api/uploads` and `/api/webhook`. */
export function createNextApp(options: AppOptions): RequestListener {
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
  const webhook = createWebhookHandler({ ...shared, signingSecret: SIGNING_SECRET })
  const handlers = createUploadsHandler({
    ...shared,
    authorize: (request) => grantOf(request.headers.get('cookie')),
  })
  const context = { params: Promise.resolve({}) }
  return listenerOf((request) => {
    const nextRequest = new NextRequest(request)
    if (nextRequest.nextUrl.pathname === '/api/webhook') return webhook.POST(nextRequest, context)
    return handlers[request.method === 'OPTIONS' ? 'OPTIONS' : 'POST'](nextRequest, context)
  })
}
