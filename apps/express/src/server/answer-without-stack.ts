import type { ErrorRequestHandler } from 'express'

/** Logs an error and sends only its status to the browser. Express's default handler would send the stack. */
export const answerWithoutStack: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  const status = statusOf(error)
  if (status >= 500) console.error(error)
  if (response.headersSent) next(error)
  else response.sendStatus(status)
}

/** Errors that Express creates, for example for an undecodable path, carry a status. */
function statusOf(error: unknown): number {
  if (!(error instanceof Error && 'status' in error)) return 500
  return typeof error.status === 'number' ? error.status : 500
}
