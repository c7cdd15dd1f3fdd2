import type { HttpAnswer } from '../network/http-answer.js'
import { ConnectionError, IncompleteAnswerError } from '../requests/answer-error.js'

/** The last answer of an attempt. */
export interface Observation {
  answer?: HttpAnswer
  /** Ends the attempt, whose answer can no longer arrive. */
  fail?: (error: Error) => void
}

/** The members of Node's `IncomingMessage` that are read. */
interface NodeAnswer {
  statusCode?: number
  headers: Readonly<Record<string, unknown>>
  /** Whether the whole answer arrived. */
  complete: boolean
  destroy(): void
  on(event: 'data', listener: (chunk: Uint8Array) => void): unknown
  on(event: 'close', listener: () => void): unknown
}

export type Observe = <T>(observation: Observation, send: () => Promise<T>) => Promise<T>

/** Enough for the error code in an XML or JSON body. */
const LONGEST_BODY = 4096
/** The description of a group of 1000 files is smaller. */
const MOST_BYTES = 16 * 1024 * 1024

let observe: Observe | undefined

/**
 * Records the status, headers and body of the answers in `send`. upload-client's Node build returns none of them: it only
 * parses the body. It notices neither a connection that is lost in the middle of an answer nor an answer without end, so such an
 * attempt is ended here. Node publishes each answer on a diagnostics channel. Other platforms record nothing.
 */
export const observeAnswer: Observe = (observation, send) => (observe ??= createObserver())(observation, send)

function createObserver(): Observe {
  // Missing in browsers and before Node 20.16.
  const { process } = globalThis as { process?: Partial<NodeJS.Process> }
  const { AsyncLocalStorage } = process?.getBuiltinModule?.('node:async_hooks') ?? {}
  const channel = process?.getBuiltinModule?.('node:diagnostics_channel')
  if (!AsyncLocalStorage || !channel) return (_, send) => send()

  const observations = new AsyncLocalStorage<Observation>()
  channel.subscribe('http.client.response.finish', (message) => {
    const observation = observations.getStore()
    if (!observation) return
    const { response } = message as { response: NodeAnswer }
    const answer: HttpAnswer = { status: response.statusCode ?? 0, headers: response.headers, body: '' }
    observation.answer = answer
    let sizeBytes = 0
    response.on('data', (chunk) => {
      // A `Buffer`, whose text is UTF-8.
      if (answer.body.length < LONGEST_BODY) answer.body += String(chunk)
      sizeBytes += chunk.length
      if (sizeBytes <= MOST_BYTES) return
      observation.fail?.(new IncompleteAnswerError(`The answer has more than ${String(MOST_BYTES)} bytes`))
      response.destroy()
    })
    response.on('close', () => {
      if (!response.complete) observation.fail?.(new ConnectionError(new Error('The answer was cut off')))
    })
  })
  return (observation, send) =>
    new Promise((resolve, reject) => {
      observation.fail = reject
      observations.run(observation, send).then(resolve, reject)
    })
}
