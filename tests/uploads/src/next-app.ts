import type { RequestListener } from 'node:http'
import { NextRequest } from 'next/server.js'
import type { AppOptions } from './app-options.js'
import { listenerOf } from './listener-of.js'
import { createNextHandlers } from './next-handlers.js'

/** Serves the route handlers of a Next app with Node. */
export function createNextApp(options: AppOptions): RequestListener {
  const { webhook, handlers } = createNextHandlers(options)
  const context = { params: Promise.resolve({}) }
  return listenerOf((request) => {
    const nextRequest = new NextRequest(request)
    if (nextRequest.nextUrl.pathname === '/api/webhook') return webhook.POST(nextRequest, context)
    return handlers[request.method === 'OPTIONS' ? 'OPTIONS' : 'POST'](nextRequest, context)
  })
}
