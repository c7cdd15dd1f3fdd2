import type { RestFile } from '../rest-api/file.js'
import { acceptFile } from './accept-file.js'
import type { Completion } from './completion.js'
import { examineFile } from './examine-file.js'
import type { FileCounter } from './file-counter.js'
import { processing, type FileResult } from './file-result.js'
import { tooManyFiles, type BrokenRule } from './rules.js'
import type { Turn } from './turns.js'

/** A file with an acceptance record, a file to delete, or a result. */
export type Admission =
  | { kind: 'accepted'; file: RestFile }
  | { kind: 'broken'; file: RestFile; rule: BrokenRule }
  | { kind: 'final'; result: FileResult; hint?: string }

/** The counter of a completion, and the place of a file among its names, in whose order files are counted. */
interface Counting {
  counter: FileCounter
  turn: Turn
}

/** Takes a file through the checks to its acceptance record. Without `counting` the number of files is not limited. */
export async function admitFile(
  completion: Completion,
  counting: Counting | undefined,
  uuid: string,
): Promise<Admission> {
  const examination = await examineFile(completion, uuid)
  if (examination.kind === 'accepted-before') return { kind: 'accepted', file: examination.file }
  if (examination.kind !== 'acceptable') return examination

  const { file, claims } = examination
  if (counting !== undefined) {
    const { counter, turn } = counting
    await turn.reached
    const release = completion.claim(`token ${claims.tokenId}`)
    if (release === undefined) return { kind: 'final', result: processing(uuid) }
    try {
      const { maxFiles = Infinity } = completion.route.rules
      if (!(await counter.count(claims.tokenId, uuid))) {
        return { kind: 'broken', file, rule: tooManyFiles(maxFiles) }
      }
    } finally {
      release()
      turn.pass()
    }
  }
  if (completion.isOver()) return { kind: 'final', result: processing(uuid) }
  const acceptance = await acceptFile(completion, file)
  if (acceptance === 'recorded') return { kind: 'accepted', file }
  return 'rule' in acceptance
    ? { kind: 'broken', file, rule: acceptance.rule }
    : { kind: 'final', result: acceptance.result }
}
