import type { RestAnswer } from './rest-answer.js'

/** Refuses a request to the REST API. Internal: it is turned into a response. */
export class RestError extends Error {
  readonly answer: RestAnswer

  constructor(status: number, detail: string, headers: Readonly<Record<string, string>> = {}) {
    super(detail)
    this.name = 'RestError'
    this.answer = { status, body: { detail }, headers }
  }
}

/** Creates the error for a file, group, webhook or key that does not exist. */
export function notFound(): RestError {
  return new RestError(404, 'Not found.')
}
