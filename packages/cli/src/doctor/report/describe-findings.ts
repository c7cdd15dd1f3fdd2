import { createColors } from 'picocolors'
import { printable } from '../../wording/printable.js'
import type { NamedFinding } from '../finding.js'
import { summaryOf } from './summary.js'

const MOST_PLACES = 10

/** Writes the list that a person reads: what is wrong says what to do. */
export function describeFindings(findings: readonly NamedFinding[], hasColours: boolean): string {
  const { green, yellow, red, dim } = createColors(hasColours)
  const marks = { fine: green('✓'), warning: yellow('!'), failure: red('✗'), unchecked: dim('-') }
  const lines = findings.flatMap(({ level, message, advice, places = [] }) => [
    `${marks[level]} ${printable(message)}`,
    ...places.slice(0, MOST_PLACES).map((place) => `    ${printable(place)}`),
    ...(places.length > MOST_PLACES ? [`    and ${places.length - MOST_PLACES} more`] : []),
    ...(advice === undefined ? [] : [dim(`  → ${printable(advice)}`)]),
  ])
  const { failure, warning, unchecked, fine } = summaryOf(findings)
  return [
    ...lines,
    '',
    [
      red(`${failure} wrong`),
      yellow(`${warning} doubtful`),
      green(`${fine} fine`),
      ...(unchecked > 0 ? [`${unchecked} not checked`] : []),
    ].join(', '),
  ].join('\n')
}
