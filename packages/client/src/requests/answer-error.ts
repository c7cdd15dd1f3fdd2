import type { HttpAnswer } from '../network/http-answer.js'

/** The storage of parts, or `/base/` for several files, answered with an error status. */
export class AnswerError extends Error {
  constructor(
    readonly answer: HttpAnswer,
    /** Whether a retry may help although the status suggests otherwise. */
    readonly isUnclear: boolean,
  ) {
    super(`Error ${String(answer.status)}`)
  }
}

/** The answer lacks what its endpoint must return. */
export class IncompleteAnswerError extends Error {}

/** The connection to the storage of parts failed. Its name is that of upload-client's error. */
export class ConnectionError extends Error {
  override readonly name = 'NetworkError'

  constructor(cause: unknown) {
    super('Network error', { cause })
  }
}
