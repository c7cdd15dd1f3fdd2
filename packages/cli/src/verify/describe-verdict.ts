import { createColors } from 'picocolors'
import { describeSeconds } from '../wording/describe-seconds.js'
import { printable } from '../wording/printable.js'
import type { CredentialVerdict } from './verify-credential.js'

/** Formats a verdict for people. */
export function describeVerdict(verdict: CredentialVerdict, hasColors: boolean): string {
  const { green, red } = createColors(hasColors)
  const { claims, expiresAt } = verdict
  const { scope, limits } = claims?.uc?.restrictions ?? {}
  const head = verdict.valid
    ? `${green('✓')} valid ${verdict.credential === 'jwt' ? 'auth token' : 'signature'}`
    : `${red('✗')} ${verdict.status} ${verdict.code}: ${printable(verdict.message)}`
  return [
    head,
    !verdict.valid && verdict.hint && printable(verdict.hint),
    expiresAt && describeExpiry(expiresAt),
    claims?.sub && `subject: ${printable(claims.sub)}`,
    scope && `scope: ${printable(scope.join(' '))}`,
    limits && `operations: ${limits.operations}`,
  ]
    .filter((line) => typeof line === 'string')
    .join('\n  ')
}

function describeExpiry(expiresAt: string): string {
  const seconds = Math.round((Date.parse(expiresAt) - Date.now()) / 1000)
  const when = expiresAt.replace('.000', '')
  return seconds < 0
    ? `expired ${when}, ${describeSeconds(-seconds)} ago`
    : `expires ${when}, in ${describeSeconds(seconds)}`
}
