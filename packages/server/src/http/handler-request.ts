import type { RawRequest } from './body.js'
import type { JsonBody } from './json-body.js'

/** The parts of a request that the endpoints read, as the handlers of this package create them. */
export interface HandlerRequest extends RawRequest {
  /** Returns a parameter of the query. */
  query(name: string): string | null | undefined
  /** Returns the JSON body, which the framework may have parsed. Throws an error with advice when the body is gone. */
  json(): JsonBody
}
