import type { RestFile } from '../rest-api/file.js'
import { acceptFile, type Counting } from './accept-file.js'
import type { Completion } from './completion.js'
import { examineFile } from './examine-file.js'
import type { FileResult } from './file-result.js'
import type { BrokenRule } from './rules.js'

/** A file with an acceptance record, a file to delete, or a result. */
export type Admission =
  | { kind: 'accepted'; file: RestFile }
  | { kind: 'broken'; file: RestFile; rule: BrokenRule }
  | { kind: 'final'; result: FileResult; hint?: string }

/** Takes a file through the checks to its acceptance record. Without `counting` the number of files is not limited. */
export async function admitFile(
  completion: Completion,
  counting: Omit<Counting, 'tokenId'> | undefined,
  uuid: string,
): Promise<Admission> {
  const examination = await examineFile(completion, uuid)
  if (examination.kind === 'accepted-before') return { kind: 'accepted', file: examination.file }
  if (examination.kind !== 'acceptable') return examination

  const { file, claims } = examination
  const acceptance = await acceptFile(completion, counting && { ...counting, tokenId: claims.tokenId }, file)
  if (acceptance === 'recorded') return { kind: 'accepted', file }
  return 'rule' in acceptance
    ? { kind: 'broken', file, rule: acceptance.rule }
    : { kind: 'final', result: acceptance.result }
}
