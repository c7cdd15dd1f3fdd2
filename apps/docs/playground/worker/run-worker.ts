// The service worker of the playground. It has no state but its settings: whenever the browser stops it, the next request starts a
// backend with new keys and no files, and the client on the page recovers.
import type { PageMessage, WorkerMessage } from '../protocol/messages.js'
import { answerRequest, isForBackend } from './answer-request.js'
import { createBackend } from './create-backend.js'
import { settingsStore } from './settings-store.js'

declare const self: ServiceWorkerGlobalScope

const baseUrl = new URL('.', self.location.href).href
const started = settingsStore.load().then((settings) => start(settings))

self.addEventListener('install', (event) => {
  event.waitUntil(self.skipWaiting())
})
self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim())
})
self.addEventListener('message', (event) => {
  event.waitUntil(
    takeMessage(event.data as PageMessage).then(() => {
      event.ports[0]?.postMessage('done')
    }),
  )
})
self.addEventListener('fetch', (event) => {
  if (!isForBackend(event.request.url, baseUrl)) return
  event.respondWith(respond(event))
})

async function start(settings: Parameters<typeof createBackend>[0]) {
  const pages = await self.clients.matchAll({ type: 'window' })
  for (const page of pages) page.postMessage({ type: 'started' } satisfies WorkerMessage)
  return { settings, backend: createBackend(settings) }
}

async function takeMessage(message: PageMessage): Promise<void> {
  const state = await started
  if (message.type === 'claim') return self.clients.claim()
  if (message.type === 'rotate') {
    state.backend.rotate()
  } else if (message.type === 'restart') {
    Object.assign(state, await start(state.settings))
  } else {
    state.settings = message.settings
    state.backend.apply(message.settings)
    await settingsStore.save(message.settings)
  }
}

async function respond(event: FetchEvent): Promise<Response> {
  const [state, page] = await Promise.all([started, self.clients.get(event.clientId)])
  return answerRequest(event.request, {
    ...state,
    baseUrl,
    report: (exchange) => page?.postMessage({ type: 'exchange', exchange } satisfies WorkerMessage),
  })
}
