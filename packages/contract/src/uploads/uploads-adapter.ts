import type { UploadsHandlerOptions } from '@secure-uploading/server'
import type { TestServer } from '../adapter.js'
import type { Framework } from '../framework.js'

/** An adapter's uploads handler under test. */
export interface UploadsAdapter<Args extends unknown[]> extends Framework<Args> {
  serve: (options: UploadsHandlerOptions<Args>) => TestServer | Promise<TestServer>
}
