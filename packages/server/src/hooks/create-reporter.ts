import type { Denial } from '../answer/denial.js'
import type { TokenHandlerOptions } from '../options/token-handler-options.js'
import { callSafely } from './call-safely.js'
import type { TokenDenied } from './token-denied.js'
import type { TokenIssued } from './token-issued.js'

export interface Reporter<Args extends unknown[]> {
  issue(event: () => TokenIssued, args: Args): void
  deny(denial: Denial, args: Args): void
  error(error: unknown, args: Args): void
}

/** Calls the app's hooks. What they do is theirs: nobody waits for it, and their failure harms no answer. */
export function createReporter<Args extends unknown[]>(options: TokenHandlerOptions<Args>): Reporter<Args> {
  const { onIssue, onDeny, onError = logError } = options
  return {
    issue(event, args) {
      if (onIssue) callSafely(() => onIssue(event(), ...args))
    },
    deny(denial, args) {
      if (onDeny) callSafely(() => onDeny(deniedEvent(denial), ...args))
    },
    error(error, args) {
      callSafely(() => onError(error, ...args))
    },
  }
}

function deniedEvent({ reason, answer, details }: Denial): TokenDenied {
  const { subject, retryAfter } = details
  return {
    reason,
    status: answer.status,
    code: answer.code,
    ...(subject === undefined ? {} : { subject }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
    ...('cause' in details ? { cause: details.cause } : {}),
  }
}

// A 500 that leaves no trace is the worst to find.
function logError(error: unknown): void {
  console.error('[secure-uploading] The token endpoint failed:', error)
}
