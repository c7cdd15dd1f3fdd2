import type { RestFile } from '../rest-api/file.js'
import type { Admission } from './admit-file.js'
import { hasAcceptanceRecord } from './acceptance-record.js'
import type { Completion } from './completion.js'
import { processing, type FileResult } from './file-result.js'
import { keepRejection } from './kept-rejection.js'
import { CONCURRENCY, mapLimited } from './map-limited.js'
import type { BrokenRule } from './rules.js'

type Broken = Admission & { kind: 'broken' }

/**
 * Deletes files that break a rule. Each is looked up once more: another request may have accepted it under rules that a
 * deployment has changed since, or before it exceeded the quota.
 *
 * @returns the files that were accepted in the meantime
 */
export async function deleteFiles(
  completion: Completion,
  broken: readonly Broken[],
  report: (result: FileResult) => void,
): Promise<readonly RestFile[]> {
  const releases: (() => void)[] = []
  const claimed = broken.filter(({ file: { uuid }, rule }) => {
    if (!isCounted(rule)) return true
    const release = completion.claim(uuid)
    if (release === undefined) report(processing(uuid))
    else releases.push(release)
    return release !== undefined
  })
  try {
    return await deleteClaimed(completion, claimed, report)
  } finally {
    for (const release of releases) release()
  }
}

/** Whether another request may find that the same file keeps the rule. */
const isCounted = ({ code }: BrokenRule): boolean =>
  code === 'ERR_TOO_MANY_FILES' || code === 'ERR_QUOTA_EXCEEDED'

async function deleteClaimed(
  completion: Completion,
  broken: readonly Broken[],
  report: (result: FileResult) => void,
): Promise<readonly RestFile[]> {
  const { api, onReject } = completion
  const current = await mapLimited(broken, CONCURRENCY, ({ file }) => api.getFile(file.uuid))
  const accepted: RestFile[] = []
  const doomed: Broken[] = []
  for (const [index, admission] of broken.entries()) {
    const file = current[index]
    if (file && !file.isRemoved && (await hasAcceptanceRecord(completion, file))) accepted.push(file)
    else doomed.push(admission)
  }
  const deleted = doomed.length > 0 ? await api.deleteFiles(doomed.map(({ file }) => file.uuid)) : undefined
  for (const { file, rule } of doomed) {
    if (deleted?.has(file.uuid) !== true) {
      report(processing(file.uuid))
      continue
    }
    const result = { uuid: file.uuid, status: 'rejected', ...rule } as const
    await keepRejection(completion, result)
    onReject(result)
    report(result)
  }
  return accepted
}
