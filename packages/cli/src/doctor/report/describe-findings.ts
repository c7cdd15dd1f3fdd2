import { createColors } from 'picocolors'
import { printable } from '../../wording/printable.js'
import type { NamedFinding } from '../finding.js'
import { summaryOf } from './summary.js'

const MAX_PLACES = 10

/** Formats findings for people, each problem with its remedy. Checks that need a token share one entry if they are skipped. */
export function describeFindings(findings: readonly NamedFinding[], hasColors: boolean): string {
  const { green, yellow, red, dim } = createColors(hasColors)
  const marks = { fine: green('✓'), warning: yellow('!'), failure: red('✗'), unchecked: dim('-') }
  const lines = mergeSkipped(findings).flatMap(({ level, message, advice, places = [] }) => [
    `${marks[level]} ${printable(message)}`,
    ...places.slice(0, MAX_PLACES).map((place) => `    ${printable(place)}`),
    ...(places.length > MAX_PLACES ? [`    and ${places.length - MAX_PLACES} more`] : []),
    ...(advice === undefined ? [] : [dim(`  → ${printable(advice)}`)]),
  ])
  const { failure, warning, unchecked, fine } = summaryOf(findings)
  return [
    ...lines,
    '',
    [
      red(`${failure} ${failure === 1 ? 'error' : 'errors'}`),
      yellow(`${warning} ${warning === 1 ? 'warning' : 'warnings'}`),
      green(`${fine} passed`),
      ...(unchecked > 0 ? [`${unchecked} skipped`] : []),
    ].join(', '),
  ].join('\n')
}

function mergeSkipped(findings: readonly NamedFinding[]): readonly NamedFinding[] {
  const skipped = findings.filter(({ needs }) => needs === 'token')
  const [first] = skipped
  if (first === undefined || skipped.length === 1) return findings
  const names = skipped.map(({ check }) => check)
  const reason = first.check === 'answer' ? first.message : 'returned no token'
  const message = `${reason}, so these checks were skipped: ${names.join(', ')}`
  return findings.flatMap((finding) => {
    if (finding === first) return [{ ...first, message }]
    return skipped.includes(finding) ? [] : [finding]
  })
}
