import type { WebhookHandlerOptions } from '@secure-uploading/server'
import type { TestServer } from '../adapter.js'
import type { Framework } from '../framework.js'

/** An adapter's webhook handler under test. */
export interface WebhookAdapter<Args extends unknown[]> extends Framework<Args> {
  /** Serves the handler. It throws what the adapter throws. */
  serve: (options: WebhookHandlerOptions<Args>) => TestServer | Promise<TestServer>
}
