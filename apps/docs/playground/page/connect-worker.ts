import { PATHS } from '../protocol/addresses.js'
import type { PageMessage, WorkerMessage } from '../protocol/messages.js'

/** The worker that answers the requests of this page. */
export interface Connection {
  /** Sends a message, and resolves when it has taken effect. */
  send(message: PageMessage): Promise<void>
  onMessage(listener: (message: WorkerMessage) => void): () => void
}

/** Whether this browser has service workers. It hides them on pages without HTTPS. */
export const hasServiceWorkers = (): boolean => 'serviceWorker' in navigator

/**
 * Whether the page has to be loaded again: a worker controls a page by the address that it was loaded from, and links of this site
 * change the address without a load.
 */
export function wasLoadedElsewhere(base: string): boolean {
  const [load] = performance.getEntriesByType('navigation')
  return load !== undefined && !new URL(load.name).pathname.startsWith(`${base}${PATHS.scope}`)
}

/**
 * Starts the worker and waits until it controls this page.
 *
 * @param base the path of the site, with a slash at its end
 */
export async function connectWorker(base: string): Promise<Connection> {
  const workers = navigator.serviceWorker
  const registration = await workers.register(`${base}${PATHS.worker}`, { scope: `${base}${PATHS.scope}` })
  const worker = await untilActive(registration)
  const send = async (message: PageMessage): Promise<void> => post(registration.active ?? worker, message)
  // A page that was reloaded with Shift is not controlled until the worker claims it.
  if (workers.controller === null) await send({ type: 'claim' })
  return {
    send,
    onMessage(listener) {
      const take = ({ data }: MessageEvent<WorkerMessage>): void => {
        listener(data)
      }
      workers.addEventListener('message', take)
      workers.startMessages()
      return () => {
        workers.removeEventListener('message', take)
      }
    },
  }
}

/** Resolves to the worker when it is active, and prefers a new version that is being installed. */
async function untilActive(registration: ServiceWorkerRegistration): Promise<ServiceWorker> {
  const worker = registration.installing ?? registration.waiting ?? registration.active
  if (worker === null) throw new Error('The browser has registered no service worker.')
  await new Promise<void>((resolve, reject) => {
    const check = (): void => {
      if (worker.state === 'activated') resolve()
      if (worker.state === 'redundant') reject(new Error('The browser could not start the service worker.'))
    }
    worker.addEventListener('statechange', check)
    check()
  })
  return worker
}

async function post(worker: ServiceWorker, message: PageMessage): Promise<void> {
  const { port1, port2 } = new MessageChannel()
  await new Promise((resolve) => {
    port1.addEventListener('message', resolve, { once: true })
    port1.start()
    worker.postMessage(message, [port2])
  })
  port1.close()
}
