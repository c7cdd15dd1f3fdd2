import { createColors } from 'picocolors'
import { printable } from '../../wording/printable.js'
import type { Change } from '../plan/change.js'
import { diffOf } from './diff-of.js'

/** Formats planned changes for people: diffs, then the files that stay as they are. */
export function describeChanges(changes: readonly Change[], hasColors: boolean): string {
  const { green, red, cyan, yellow, dim } = createColors(hasColors)
  const colored = (line: string): string => {
    if (/^(?:---|\+\+\+) /.test(line)) return dim(line)
    if (line.startsWith('+')) return green(line)
    if (line.startsWith('-')) return red(line)
    return line.startsWith('@@') ? cyan(line) : line
  }
  return changes
    .map((change) => {
      const diff = diffOf(change)
      if (diff !== undefined) return `${diff.split('\n').map(printable).map(colored).join('\n')}\n`
      return change.kind === 'kept'
        ? yellow(`! ${change.path} is left alone. ${change.reason}`)
        : dim(`✓ ${change.path} has everything already`)
    })
    .join('\n')
}
