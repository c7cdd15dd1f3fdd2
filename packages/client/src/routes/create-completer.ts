import { isSecureUploadError, SecureUploadError } from '@secure-uploading/core/token'
import { backoffMs } from '../time/backoff-ms.js'
import { inAbortScope } from '../time/in-abort-scope.js'
import { startTimer } from '../time/start-timer.js'
import { callListener } from '../token-source/call-listener.js'
import type { TokenSource } from '../token-source/token-source.js'
import { TokenEndpointError } from '../token-source/token-endpoint-error.js'
import { createSessionScope } from './create-session-scope.js'
import { parseResults, type FileResult } from './parse-results.js'
import type { CompletionOptions } from './upload-route.js'

/** Completes a file. Resolves with its data. */
export type Complete = (uuid: string, options?: CompletionOptions) => Promise<unknown>

interface Task {
  uuid: string
  onRetry: CompletionOptions['onRetry']
  deadlineMs: number
  failures: number
  isOver: boolean
  resolve: (data: unknown) => void
  reject: (error: unknown) => void
}

const MAX_NAMES = 50
/** For how long a file that is not final is asked for, in **milliseconds**. */
const LONGEST_MS = 120_000

/**
 * Creates a function that completes files at the uploads endpoint. Files that are added while a request is under way are sent
 * together in the next one, at most 50.
 *
 * @param post sends names and returns the JSON of the answer
 */
export function createCompleter(
  source: TokenSource,
  random: () => number,
  post: (names: readonly string[], signal: AbortSignal) => Promise<unknown>,
): Complete {
  const { clock } = source
  const inSession = createSessionScope(source)
  const waiting = new Set<Task>()
  let isSending = false

  async function sendAll(): Promise<void> {
    if (isSending) return
    isSending = true
    // Files that are added in the same moment are sent together.
    await Promise.resolve()
    while (waiting.size > 0) {
      const tasks = [...waiting].slice(0, MAX_NAMES)
      for (const task of tasks) waiting.delete(task)
      await send(tasks.filter(({ isOver }) => !isOver))
    }
    isSending = false
  }

  async function send(tasks: readonly Task[]): Promise<void> {
    if (tasks.length === 0) return
    let results: readonly FileResult[]
    try {
      results = parseResults(await post([...new Set(tasks.map(({ uuid }) => uuid))], source.session))
    } catch (error) {
      for (const task of tasks) {
        if (isSecureUploadError(error) && error.retryable) retryLater(task, delayOf(error), error)
        else task.reject(error)
      }
      return
    }
    for (const task of tasks) {
      const result = results.find(({ uuid }) => uuid === task.uuid)
      if (result?.status === 'accepted') task.resolve(result.data)
      else if (result?.status === 'rejected') task.reject(result.error)
      else retryLater(task, result?.retryAfterMs ?? 0)
    }
  }

  function retryLater(task: Task, retryAfterMs: number, cause?: SecureUploadError): void {
    const delayMs = Math.max(retryAfterMs, backoffMs(task.failures++, random))
    if (clock.monotonicMs() + delayMs > task.deadlineMs) {
      task.reject(pendingError(task.uuid, cause))
      return
    }
    if (cause) callListener(task.onRetry, { delayMs, error: cause })
    startTimer(
      clock,
      () => {
        waiting.add(task)
        void sendAll()
      },
      delayMs,
    )
  }

  return (uuid, { signal, onRetry } = {}) =>
    inSession((ofSession) =>
      inAbortScope(signal, async (scope) => {
        const deadlineMs = clock.monotonicMs() + LONGEST_MS
        return new Promise((resolve, reject: (error: unknown) => void) => {
          const task: Task = { uuid, onRetry, deadlineMs, failures: 0, isOver: false, resolve, reject }
          for (const ended of [ofSession, scope]) {
            ended.addEventListener('abort', () => {
              task.isOver = true
            })
          }
          waiting.add(task)
          void sendAll()
        })
      }),
    )
}

const delayOf = (error: SecureUploadError): number =>
  error instanceof TokenEndpointError ? (error.retryAfterMs ?? 0) : 0

const pendingError = (uuid: string, cause: unknown): SecureUploadError =>
  new SecureUploadError(
    'ERR_COMPLETION_PENDING',
    `The file ${uuid} is uploaded, but was not completed in time. Call completeUploads with it later.`,
    { data: { uuid }, cause },
  )
