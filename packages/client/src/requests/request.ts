import type { UploadToken } from '@secure-uploading/core/token'
import { UploadError, type ProgressCallback } from '@uploadcare/upload-client'
import { noteAnswer, watchPolicy } from '../network/find-blocker.js'
import { observeAnswer } from '../platform/index.js'
import type { Observation } from '../platform/observe-answer.js'
import { IncompleteAnswerError } from './answer-error.js'
import { classifyFailure } from './classify-failure.js'
import { DEFAULTS } from './defaults.js'
import { createRefusals, type Refusals } from './create-refusals.js'
import { createRetries, type Retries } from './create-retries.js'
import { isCompleteAnswer } from './is-complete-answer.js'
import type { RequestContext } from './request-context.js'
import { takeCredential, type Credential, type SignedOptions } from './take-credential.js'
import { toCancelError } from './to-cancel-error.js'
import type { UploadRequest } from './upload-event.js'
import type { RetryOptions, UploadOptions } from './upload-options.js'
import { userAgentOptions } from './user-agent.js'
import { withinLimit } from './within-limit.js'

/** The options for one attempt, for the upload-client function that sends it. */
export type Attempt<Options> = Options & {
  /** upload-client's own retries are off: they would repeat a request with an old token. */
  retryThrottledRequestMaxTimes: 0
  retryNetworkErrorMaxTimes: 0
  /** Ends with the attempt. upload-client never removes its listeners, and 5000 files may share one signal. */
  signal: AbortSignal
  onProgress?: ProgressCallback
}

/** One request, which is sent in one or more attempts. */
export interface RequestCall<AttemptOptions, Options, T> {
  name: UploadRequest
  options: Options
  /** Sends one attempt. A synchronous error is a mistake of the caller, and final. */
  send: (attempt: AttemptOptions) => Promise<T>
  /** The size of the body, which takes time to send. */
  bodyBytes?: number
  /** Whether `onProgress` of an attempt will be called with the real progress of its body. Then each attempt has one. */
  isObserved?: boolean
  /** The address, except for requests to `baseURL`. */
  address?: string
  /** Rejects when the bytes of the body can no longer be read. */
  assertReadable?: () => Promise<void>
}

/** The answer to a signed request. */
export interface SignedAnswer<T> {
  answer: T
  /** The project of the token. */
  publicKey: string
  token: UploadToken
}

const NO_RETRIES = { retryThrottledRequestMaxTimes: 0, retryNetworkErrorMaxTimes: 0 } as const

/**
 * Sends a request without a token, and repeats it when that may help.
 *
 * @throws {CancelError} as soon as the signal aborts, also while it waits.
 */
export async function request<Options extends RetryOptions, T>(
  context: RequestContext,
  call: RequestCall<Attempt<Options>, Options, T>,
): Promise<T> {
  const { answer } = await toCancelError(
    repeat(context, call, undefined, (attempt) => call.send(attempt)),
    call.options.signal,
  )
  return answer
}

/**
 * Sends a request that carries a token, and repeats it when that may help. Each attempt takes its own token. A refused
 * token is replaced, and the request repeated once with a newer one.
 *
 * @throws {SecureUploadError} about tokens and unusable answers; other errors are those of upload-client.
 */
export async function signedRequest<Options extends UploadOptions & RetryOptions, T>(
  context: RequestContext,
  call: RequestCall<Attempt<Options> & SignedOptions, Options, T>,
): Promise<SignedAnswer<T>> {
  const { tally } = context
  const take = (): Promise<Credential> => takeCredential(context, call.name, call.options)
  tally.enter()
  try {
    const { answer, credential } = await toCancelError(
      repeat(context, call, take, (attempt, { options }) => call.send(Object.assign(attempt, options))),
      call.options.signal,
    )
    tally.succeed()
    return { answer, publicKey: credential.options.publicKey, token: credential.token }
  } finally {
    tally.leave()
  }
}

interface Repeated<T, Taken> {
  answer: T
  credential: Taken
}

async function repeat<Options extends RetryOptions, T, Taken extends Credential | undefined>(
  context: RequestContext,
  call: Omit<RequestCall<never, Options, T>, 'send'>,
  take: (() => Promise<NonNullable<Taken>>) | undefined,
  send: (attempt: Attempt<Options>, credential: Taken) => Promise<T>,
): Promise<Repeated<T, Taken>> {
  const { clock } = context.source
  const { name, options, address = `${options.baseURL ?? DEFAULTS.baseURL}/${name}/` } = call
  // Most requests succeed at the first attempt.
  let retries: Retries | undefined
  let refusals: Refusals | undefined
  watchPolicy()
  for (;;) {
    let credential = undefined as Taken
    const observation: Observation = {}
    let isSent = false as boolean
    try {
      if (take) credential = await take()
      const taken = credential
      const userAgent = userAgentOptions(
        options,
        credential !== undefined && 'authToken' in credential.options,
      )
      const answer = await withinLimit(clock, call.bodyBytes ?? 0, options.signal, (signal, onProgress) =>
        observeAnswer(observation, () => {
          const attempt = toAttempt(options, userAgent, signal)
          if (call.isObserved) {
            attempt.onProgress = (progress) => {
              // Only bodies without bytes have no progress that can be computed.
              if (!progress.isComputable) return
              onProgress(progress.value)
              options.onProgress?.(progress)
            }
          }
          const sending = send(attempt, taken)
          isSent = true
          return sending
        }),
      )
      // upload-client's browser build rejects each other status, and its Node build none.
      const isOk = (observation.answer?.status ?? 200) === 200
      if (!isOk || !isCompleteAnswer(name, answer)) throw new IncompleteAnswerError(name)
      noteAnswer(address)
      return { answer, credential }
    } catch (reason) {
      const error =
        isSent && isUnreadable(reason) ? new IncompleteAnswerError(reason.message, { cause: reason }) : reason
      // The request contains the signature, and errors are logged.
      if (error instanceof UploadError) Object.assign(error, { request: undefined })
      const failure = classifyFailure(error, observation.answer, clock.wallMs())
      if (failure.kind === 'refused' && credential && error instanceof UploadError) {
        await (refusals ??= createRefusals(context, call)).replace(error, credential)
      } else {
        await (retries ??= createRetries(context, { ...call, address })).wait(error, failure)
      }
    }
  }
}

// Three times as fast as a spread of two dozen properties, for each request.
const toAttempt = <Options extends object>(
  options: Options,
  userAgent: Pick<UploadOptions, 'userAgent'>,
  signal: AbortSignal,
): Attempt<Options> =>
  Object.assign({ baseURL: DEFAULTS.baseURL }, options, { ...NO_RETRIES, ...userAgent, signal })

/** An asynchronous `TypeError` of upload-client means that it could not read the answer. Errors of Node have a code. */
const isUnreadable = (error: unknown): error is TypeError =>
  error instanceof TypeError && !('code' in error) && error.message !== 'Network error'
