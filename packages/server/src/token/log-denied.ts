import { logOnce } from '../options/default-log.js'
import type { TokenDenied } from './events.js'

/** The default `onDeny` of a token endpoint. */
export function logTokenDenied({ reason, hint = '' }: TokenDenied, ..._args: unknown[]): void {
  if (reason === 'cross-origin') logOnce('warn', `A token request was answered with 403. ${hint}`)
  if (reason === 'unauthenticated') {
    logOnce(
      'warn',
      'A token request was answered with 401, because "authorize" found no user. Check that the request carries the session, such as its cookie.',
    )
  }
}
