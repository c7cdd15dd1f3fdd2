import { logOnce } from '../options/default-log.js'
import { logTokenDenied } from '../token/log-denied.js'
import type { TokenDenied } from '../token/events.js'
import type { UploadDenied } from './events.js'

/** The default `onDeny` of an uploads endpoint. */
export function logUploadDenied(event: UploadDenied, ..._args: unknown[]): void {
  if (event.reason === 'file-rejected') {
    if (event.hint !== undefined) logOnce('warn', `A file was rejected with ${event.code}. ${event.hint}`)
  } else if (isTokenDenied(event)) {
    logTokenDenied(event)
  }
}

const isTokenDenied = (event: UploadDenied): event is TokenDenied =>
  event.reason === 'cross-origin' || event.reason === 'unauthenticated'
