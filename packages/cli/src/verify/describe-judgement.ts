import { createColors } from 'picocolors'
import { describeSeconds } from '../wording/describe-seconds.js'
import { printable } from '../wording/printable.js'
import type { Judgement } from './judge.js'

/** Tells a person what the judgement is, and what to do. */
export function describeJudgement(judgement: Judgement, hasColours: boolean): string {
  const { green, red } = createColors(hasColours)
  const { claims, expiresAt } = judgement
  const { scope, limits } = claims?.uc?.restrictions ?? {}
  const head = judgement.valid
    ? `${green('✓')} valid ${judgement.credential === 'jwt' ? 'auth token' : 'signature'}`
    : `${red('✗')} ${judgement.status} ${judgement.code}: ${printable(judgement.message)}`
  return [
    head,
    !judgement.valid && judgement.hint,
    expiresAt && describeEnd(expiresAt),
    claims?.sub && `subject: ${printable(claims.sub)}`,
    scope && `scope: ${printable(scope.join(' '))}`,
    limits && `operations: ${limits.operations}`,
  ]
    .filter((line) => typeof line === 'string')
    .join('\n  ')
}

function describeEnd(expiresAt: string): string {
  const seconds = Math.round((Date.parse(expiresAt) - Date.now()) / 1000)
  const when = expiresAt.replace('.000', '')
  return seconds < 0
    ? `ended ${when}, ${describeSeconds(-seconds)} ago`
    : `ends ${when}, in ${describeSeconds(seconds)}`
}
