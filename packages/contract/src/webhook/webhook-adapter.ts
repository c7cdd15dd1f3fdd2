import type { WebhookHandlerOptions } from '@secure-uploading/server'
import type { Served } from '../adapter.js'
import type { Framework } from '../framework.js'

/** What the suite has to know of an adapter's webhook handler. */
export interface WebhookAdapter<Args extends unknown[]> extends Framework<Args> {
  /** Puts the handler behind something that takes requests. It throws what the adapter throws. */
  serve: (options: WebhookHandlerOptions<Args>) => Served | Promise<Served>
}
