import type { JournalEntry } from '../control/state/journal.js'
import type { EndpointName } from '../endpoints/endpoint-name.js'
import type { Emulation } from '../emulation.js'
import type { RequestBody } from './request-body.js'
import type { UploadApiError } from '../errors/upload-api-error.js'

/** A request on its way through the emulator. */
export interface Exchange {
  readonly request: Request
  readonly url: URL
  /** The named segments of the path. */
  readonly params: Readonly<Record<string, string>>
  readonly emulation: Emulation
  /** The body of `request`, to be read by this alone. */
  readonly body: RequestBody
  readonly entry: JournalEntry
  /** Set when a fault refuses the credential. */
  readonly refusal: UploadApiError | undefined
  /** Cuts the connection after so many bytes of the answer's body, where a server can do that. */
  readonly cutAnswer?: (afterBytes: number) => void
}

/** One endpoint: where it is and how it answers. */
export interface Endpoint {
  readonly name: EndpointName
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  /** @throws {UploadApiError} to refuse the request. */
  answer(exchange: Exchange): Promise<Response>
}
