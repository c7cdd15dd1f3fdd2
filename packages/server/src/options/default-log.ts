import { readOptionalVariable } from './environment.js'
import { withoutSecrets } from './known-secrets.js'
import { toPrintable } from './printable.js'

const MAX_MESSAGES = 20

// The longest messages of these packages end with what to do, and contain a URL.
const MAX_ERROR_CHARACTERS = 500

/** Two copies of this package, ESM and CommonJS, share the limit of a process. */
const MESSAGES = Symbol.for('@secure-uploading/logged-messages')

/**
 * Writes a line to the console where an app passes no hook: only in development, every message once, and at most 20
 * messages per process.
 */
export function logOnce(level: 'warn' | 'error', message: string): void {
  if (!isDevelopment()) return
  const messages = loggedMessages()
  if (messages.size >= MAX_MESSAGES || messages.has(message)) return
  messages.add(message)
  console[level](`[secure-uploading] ${message}`)
}

/** Creates the default `onError` of an endpoint. */
export function logErrorOf(endpoint: string): (error: unknown, ...args: unknown[]) => void {
  return (error) => {
    const text = toPrintable(withoutSecrets(String(error)), MAX_ERROR_CHARACTERS)
    const sentence = /[.!?…]$/.test(text) ? text : `${text}.`
    logOnce('error', `Error in the ${endpoint}: ${sentence} Pass "onError" to report errors in production.`)
  }
}

/** The command of the emulator starts apps whose runner sets no `NODE_ENV`, such as `tsx server.ts`. */
function isDevelopment(): boolean {
  const mode = readOptionalVariable('NODE_ENV') ?? ''
  if (mode !== '') return mode === 'development' || mode === 'test'
  return (readOptionalVariable('UPLOADCARE_EMULATOR_URL') ?? '') !== ''
}

function loggedMessages(): Set<unknown> {
  const present: unknown = Reflect.get(globalThis, MESSAGES)
  if (present instanceof Set) return present
  const messages = new Set<unknown>()
  Reflect.set(globalThis, MESSAGES, messages)
  return messages
}
