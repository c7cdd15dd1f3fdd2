import { createTwoFilesPatch } from 'diff'
import type { Change } from '../plan/change.js'

/** Creates the unified diff of a planned change. Returns `undefined` if the file stays as it is. */
export function diffOf(change: Change): string | undefined {
  if (change.kind !== 'create' && change.kind !== 'edit') return undefined
  const before = change.kind === 'edit' ? change.before : ''
  const from = change.kind === 'edit' ? `a/${change.path}` : '/dev/null'
  const patch = createTwoFilesPatch(from, `b/${change.path}`, before, change.after, '', '')
  // The first line is a separator, and the header lines end with a tab.
  return patch
    .slice(patch.indexOf('---'))
    .replace(/^((?:---|\+\+\+) .*)\t$/gm, '$1')
    .trimEnd()
}
