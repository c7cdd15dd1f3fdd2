import { createUploadAcceptances, createUploadReceiptVerifier } from '@secure-uploading/core/internal'
import { createRestApi, MAX_BATCH } from '../rest-api/rest-api.js'
import { RestCredentialsError, RestUnavailableError } from '../rest-api/errors.js'
import type { RestFile } from '../rest-api/file.js'
import { admitFile, type Admission } from './admit-file.js'
import { createBoundedLimiter } from './bounded-limiter.js'
import { createBoundedResults } from './bounded-results.js'
import { claim } from './claims.js'
import type { Completion, CompletionInput, CompletionSettings } from './completion.js'
import { deleteFiles } from './delete-files.js'
import { createFileCounter, type FileCounter } from './file-counter.js'
import { failed, notFound, processing, type FileResult } from './file-result.js'
import { finishFile } from './finish-file.js'
import { CONCURRENCY, mapLimited } from './map-limited.js'
import { uuidsOf } from './parse-completion.js'
import { startTimeLimit } from './time-limit.js'
import { createTurns } from './turns.js'

/**
 * Completes files within the time limit.
 *
 * @returns the result of each name, in their order; `processing` for a file that was not reached
 * @throws {RestCredentialsError} when the REST API refuses the keys.
 * @throws {TypeError} before any request, when a secret is invalid or is the public key.
 */
export async function completeFiles(
  settings: CompletionSettings,
  input: CompletionInput,
  names: readonly string[],
): Promise<FileResult[]> {
  const { restApi, now } = settings
  const { keys, secrets, subject, route } = input
  const { maxFiles } = route.rules
  const verifyReceipt = createUploadReceiptVerifier(secrets, {
    publicKey: keys.publicKey,
    route: route.name,
  })
  const acceptances = createUploadAcceptances(secrets, { subject, route: route.name })
  const limit = startTimeLimit(restApi.timeLimitMs, now)
  const uuids = uuidsOf(names)
  const completion: Completion = {
    ...settings,
    ...boundedStores(settings),
    ...input,
    api: createRestApi(restApi, keys, limit),
    verifyReceipt,
    acceptances,
    isOver: () => limit.signal.aborted,
    onOutage: onceOnly(input.onError),
    claim: (key) => claim(input.claims, key, now(), now() + 2 * restApi.timeLimitMs),
  }
  const counter = maxFiles === undefined ? undefined : createFileCounter(maxFiles, completion.results)
  const found = new Map(uuids.map((uuid) => [uuid, processing(uuid)]))
  const completed = uuids.slice(0, input.mostFiles)

  async function run(): Promise<void> {
    for (let start = 0; start < completed.length && !completion.isOver(); start += MAX_BATCH) {
      await completeBatch(completion, counter, completed.slice(start, start + MAX_BATCH), (result) => {
        found.set(result.uuid, result)
      })
    }
  }
  try {
    await Promise.race([limit.over, run()])
  } catch (error) {
    // Other files may still wait for answers. Without an error all requests have ended, and each would pay for an abort.
    limit.abort()
    throw error
  } finally {
    limit.end()
  }
  return names.map((name) => ({ ...(found.get(name.toLowerCase()) ?? notFound(name)), uuid: name }))
}

/** The part of the time limit that the app's store and limiter have for each call. */
const STORE_SHARE = 1 / 4

function boundedStores({
  restApi,
  results,
  quota,
}: CompletionSettings): Pick<Completion, 'results' | 'quota'> {
  const limitMs = restApi.timeLimitMs * STORE_SHARE
  return {
    results: results && createBoundedResults(results, limitMs),
    quota: quota && { limiter: createBoundedLimiter(quota.limiter, limitMs) },
  }
}

type Report = (result: FileResult) => void

async function completeBatch(
  completion: Completion,
  counter: FileCounter | undefined,
  uuids: readonly string[],
  report: Report,
): Promise<void> {
  const takeTurn = counter && createTurns()
  const admissions = await mapLimited(uuids, CONCURRENCY, async (uuid): Promise<Admission> => {
    const turn = takeTurn?.()
    try {
      return await admitFile(completion, counter && turn && { counter, turn }, uuid)
    } catch (error) {
      return { kind: 'final', result: resultOf(completion, error, uuid) }
    } finally {
      turn?.pass()
    }
  })

  const broken = admissions.flatMap((admission) => (admission.kind === 'broken' ? [admission] : []))
  for (const admission of admissions) {
    if (admission.kind !== 'final') continue
    const { result, hint } = admission
    if (result.status === 'rejected') completion.onReject(result, hint)
    report(result)
  }
  const accepted = admissions.flatMap((admission) => (admission.kind === 'accepted' ? [admission.file] : []))
  accepted.push(...(await inBatch(completion, broken, report, () => deleteFiles(completion, broken, report))))
  const stored = await inBatch(completion, accepted, report, () => storeFiles(completion, accepted, report))
  await mapLimited(stored, CONCURRENCY, async (file) => {
    report(await finishFile(completion, file))
  })
}

/** Stores the files that are not stored. Returns those that are stored then. */
async function storeFiles(
  { api }: Completion,
  files: readonly RestFile[],
  report: Report,
): Promise<readonly RestFile[]> {
  const uuids = files.filter(({ isStored }) => !isStored).map(({ uuid }) => uuid)
  const stored = uuids.length === 0 ? new Set<string>() : await api.storeFiles(uuids)
  const isStored = (file: RestFile): boolean => file.isStored || stored.has(file.uuid)
  for (const file of files) if (!isStored(file)) report(processing(file.uuid))
  return files.filter(isStored)
}

/** Runs a request for many files. When it fails, it is reported for each of them. */
async function inBatch(
  completion: Completion,
  files: readonly (RestFile | { file: RestFile })[],
  report: Report,
  run: () => Promise<readonly RestFile[]>,
): Promise<readonly RestFile[]> {
  try {
    return files.length === 0 ? [] : await run()
  } catch (error) {
    const result = resultOf(completion, error, '')
    for (const file of files) report({ ...result, uuid: 'file' in file ? file.file.uuid : file.uuid })
    return []
  }
}

function resultOf({ onError, onOutage }: Completion, error: unknown, uuid: string): FileResult {
  if (error instanceof RestUnavailableError) {
    if (error.isOutage) onOutage(error)
    return processing(uuid, error.retryAfter)
  }
  if (error instanceof RestCredentialsError) throw error
  onError(error)
  return failed(uuid)
}

/** Passes on the first call only. */
function onceOnly(call: (error: unknown) => void): (error: unknown) => void {
  let isCalled = false
  return (error) => {
    if (isCalled) return
    isCalled = true
    call(error)
  }
}
