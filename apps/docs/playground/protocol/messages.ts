import type { Exchange } from './exchange.js'
import type { Settings } from './settings.js'

/** What the page asks of the worker. Each message is answered on its port when it has taken effect. */
export type PageMessage =
  | { type: 'settings'; settings: Settings }
  /** Replaces the secret key, so that every token that was issued before is refused. */
  | { type: 'rotate' }
  /** Starts the backend again with new keys and no files, as after the browser has stopped the worker. */
  | { type: 'restart' }
  /** Takes control of a page that was loaded without the worker. */
  | { type: 'claim' }

/** What the worker sends to the page. */
export type WorkerMessage =
  | { type: 'exchange'; exchange: Exchange }
  /** A backend with new keys has started. */
  | { type: 'started' }
