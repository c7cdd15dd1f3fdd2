import type { ErrorRequestHandler } from 'express'

/** Logs an error and tells the browser nothing but its status. Express would send the stack. */
export const answerWithoutStack: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  const status = statusOf(error)
  if (status >= 500) console.error(error)
  if (response.headersSent) next(error)
  else response.sendStatus(status)
}

/** A request that Express itself turns down (a path that cannot be decoded, say) carries its status. */
function statusOf(error: unknown): number {
  if (!(error instanceof Error && 'status' in error)) return 500
  return typeof error.status === 'number' ? error.status : 500
}
