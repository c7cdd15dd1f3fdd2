import { createTokenSource, SecureUploadClient, type ClientEvent } from '@secure-uploading/client'
import { createResumableUpload } from '@secure-uploading/client/resumable'
import type { Outcome, Way, WayResult } from './ways.js'

export interface UploaderOptions {
  tokenEndpoint: string
  /** Address of the Upload API. */
  baseURL: string
  /** Shortens the client's deadlines to this many milliseconds, for tests that wait for one. */
  deadlineMs?: number
  /** Further settings of the client. */
  settings?: { offlineTimeoutMs?: number }
}

/** Uploads in each way. Runs in Node and in a page. */
export interface Uploader {
  run: (way: Way) => Promise<WayResult>
  /** Starts a resumable upload and leaves it pending, for `abandon` and then `run('resumed')`. */
  begin: () => void
  /** Aborts the pending resumable upload, as a reload does. The stored session remains. */
  abandon: () => Promise<void>
}

const PART_BYTES = 5 * 1024 * 1024
const LARGE_BYTES = 2 * PART_BYTES
// The client's deadlines for requests. Shorter delays are backoff and waits.
const SHORTEST_DEADLINE_MS = 60_000
const SPEED = 100

/** Creates a client whose delays pass a hundred times as fast. */
export function createUploader({ tokenEndpoint, baseURL, deadlineMs, settings }: UploaderOptions): Uploader {
  const retries: WayResult['retries'] = []
  const stored = new Map<string, unknown>()
  const onEvent = (event: ClientEvent): void => {
    if (event.type === 'retried') retries.push({ what: event.what, delayMs: event.delayMs })
  }
  const clock = {
    setTimeout: (callback: () => void, delayMs: number): unknown =>
      setTimeout(callback, delayMs < SHORTEST_DEADLINE_MS ? delayMs / SPEED : (deadlineMs ?? delayMs)),
  }
  const createClient = (): SecureUploadClient => {
    const timeoutMs = SHORTEST_DEADLINE_MS
    const tokenSource = createTokenSource({ endpoint: tokenEndpoint, clock, onEvent, timeoutMs })
    return new SecureUploadClient({ tokenSource, baseURL, onEvent, ...settings })
  }
  const resumable = (client: SecureUploadClient) => {
    // "anyone" stores the session without an owner.
    const options = { resumeKey: 'matrix', resumeStore, owner: 'anyone', maxConcurrentRequests: 1 }
    return createResumableUpload(client, largeFile(), options)
  }
  const resumeStore = {
    get: (key: string) => Promise.resolve(stored.get(key)),
    set: (key: string, value: unknown) => Promise.resolve(stored.set(key, structuredClone(value))),
    delete: (key: string) => Promise.resolve(stored.delete(key)),
  }
  let pending: ReturnType<typeof createResumableUpload> | undefined

  const send: Record<Way, (client: SecureUploadClient) => Promise<Outcome[]>> = {
    direct: async (client) => [await settle(client.uploadFile(smallFile()))],
    parts: async (client) => [await settle(client.uploadFile(largeFile()))],
    resumed: async (client) => [await settle(resumable(client).result)],
    group: async (client) => [
      await settle(
        client.uploadFileGroup([smallFile(), smallFile(), smallFile()]).then((group) => ({
          uuid: group.uuid,
          size: group.totalSize,
        })),
      ),
    ],
    batch: async (client) => {
      const outcomes = await client.uploadFiles(Array.from({ length: 6 }, smallFile))
      return Promise.all(
        outcomes.map((outcome) =>
          settle(
            outcome.status === 'fulfilled' ? Promise.resolve(outcome.value) : rejectWith(outcome.reason),
          ),
        ),
      )
    },
  }

  return {
    async run(way) {
      retries.length = 0
      const outcomes = await send[way](createClient())
      return { outcomes, retries: [...retries] }
    },
    begin() {
      pending = resumable(createClient())
      pending.result.catch(() => undefined)
    },
    async abandon() {
      pending?.abort()
      await pending?.result.catch(() => undefined)
    },
  }
}

const smallFile = (): File => new File(['Hello'], 'hello.txt', { type: 'text/plain' })

const largeFile = (): File =>
  new File([new Uint8Array(LARGE_BYTES)], 'large.bin', {
    type: 'application/octet-stream',
    lastModified: 0,
  })

async function rejectWith(reason: unknown): Promise<never> {
  throw reason
}

async function settle(upload: Promise<{ uuid: string; size: number }>): Promise<Outcome> {
  try {
    const { uuid, size } = await upload
    return { status: 'fulfilled', uuid, sizeBytes: size }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
    return { status: 'rejected', name: error.name, message: error.message, code }
  }
}
