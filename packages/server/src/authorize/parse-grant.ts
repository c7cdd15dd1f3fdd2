import { assertLifetime } from '@secure-uploading/core'
import type { Credential } from '../options/token-handler-options.js'
import type { Grant } from './grant.js'

const KEYS: readonly string[] = ['subject', 'expiresIn', 'scope', 'operations']

/**
 * Checks what `authorize` granted, for an app in JavaScript may have returned anything: its user's record, say.
 *
 * @throws {TypeError} naming what is wrong.
 */
export function parseGrant(granted: unknown, credential: Credential): Grant {
  if (typeof granted !== 'object' || granted === null || Array.isArray(granted)) {
    throw new TypeError('"authorize" must return a grant such as { subject }, a boolean, null or undefined')
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

function assertSubject(subject: unknown): void {
  if (typeof subject === 'string' && subject.trim() !== '') return
  throw new TypeError('"subject" of the grant must be a string that is not blank')
}

function needsAuthToken(key: string): TypeError {
  return new TypeError(
    `"${key}" was granted, but a signature cannot carry it: it covers nothing but the time. Use credential: "jwt"`,
  )
}
