import { readEnvironment } from './environment.js'
import { withoutSecrets } from './known-secrets.js'
import { toPrintable } from './printable.js'

const MAX_MESSAGES = 20

/** Two copies of this package, ESM and CommonJS, share the limit of a process. */
const MESSAGES = Symbol.for('@secure-uploading/logged-messages')

/**
 * Writes a line to the console where an app passes no hook: only with `NODE_ENV` `development` or `test`, every message once,
 * and at most 20 messages per process.
 */
export function logOnce(level: 'warn' | 'error', message: string): void {
  const mode = readEnvironment('NODE_ENV')
  if (mode !== 'development' && mode !== 'test') return
  const messages = loggedMessages()
  if (messages.size >= MAX_MESSAGES || messages.has(message)) return
  messages.add(message)
  console[level](`[secure-uploading] ${message}`)
}

/** Creates the default `onError` of an endpoint. */
export function logErrorOf(endpoint: string): (error: unknown, ...args: unknown[]) => void {
  return (error) => {
    const text = toPrintable(withoutSecrets(String(error)))
    logOnce('error', `Error in the ${endpoint}: ${text} Pass "onError" to report errors in production.`)
  }
}

function loggedMessages(): Set<unknown> {
  const present: unknown = Reflect.get(globalThis, MESSAGES)
  if (present instanceof Set) return present
  const messages = new Set<unknown>()
  Reflect.set(globalThis, MESSAGES, messages)
  return messages
}
