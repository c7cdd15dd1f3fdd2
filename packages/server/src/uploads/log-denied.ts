import { logOnce } from '../options/default-log.js'
import { logTokenDenied } from '../token/log-denied.js'
import type { UploadDenied } from './events.js'

/** The default `onDeny` of an uploads endpoint. */
export function logUploadDenied(event: UploadDenied, ..._args: unknown[]): void {
  switch (event.reason) {
    case 'unknown-route':
    case 'invalid-request':
      return
    case 'file-rejected':
      if (event.hint !== undefined) logOnce('warn', `A file was rejected with ${event.code}. ${event.hint}`)
      return
    case 'method':
    case 'cross-origin':
    case 'unauthenticated':
    case 'forbidden':
    case 'rate-limit':
      logTokenDenied(event)
  }
}
