import { assertLifetime } from '@secure-uploading/core/internal'
import type { Credential } from '../options/token-handler-options.js'
import type { Grant } from './grant.js'

const KEYS: readonly string[] = ['subject', 'expiresIn', 'scope', 'operations']

/**
 * Checks what `authorize` granted, for an app in JavaScript may have returned anything: its user's record, say.
 *
 * @throws {TypeError} naming what is wrong.
 */
export function parseGrant(granted: unknown, credential: Credential): Grant {
  if (!isPlainObject(granted)) {
    throw new TypeError(
      '"authorize" must return a grant, which is a plain object such as { subject }, or true; false or null to refuse',
    )
  }
  const unknownKey = Object.keys(granted).find((key) => !KEYS.includes(key))
  if (unknownKey !== undefined) {
    throw new TypeError(
      `"authorize" returned a grant with the unknown key "${unknownKey}". A grant has ${KEYS.join(', ')}`,
    )
  }
  const grant: Grant = granted
  const { subject, expiresIn, scope, operations } = grant
  if (subject !== undefined) assertSubject(subject)
  if (expiresIn !== undefined) assertLifetime('expiresIn', expiresIn)
  if (credential === 'signature') {
    if (scope !== undefined) throw needsAuthToken('scope')
    if (operations !== undefined) throw needsAuthToken('operations')
  }
  // A string would pass for a list of its letters.
  if (scope !== undefined && !Array.isArray(scope)) {
    throw new TypeError('"scope" of the grant must be a list of paths of the Upload API')
  }
  return grant
}

// A Response, an Error or a Map has no key of its own: any object but a plain one would pass for an empty grant.
function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  // Not compared with Object.prototype: each realm has one of its own.
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

function assertSubject(subject: unknown): void {
  if (typeof subject === 'string' && subject.trim() !== '') return
  throw new TypeError('"subject" of the grant must be a string that is not blank')
}

function needsAuthToken(key: string): TypeError {
  return new TypeError(
    `"${key}" was granted, but a signature cannot carry it: it covers nothing but the time. Use credential: "jwt"`,
  )
}
