import type { HttpAnswer } from '../network/http-answer.js'

/** The last answer of an attempt. */
export interface Observation {
  answer?: HttpAnswer
}

/** The members of Node's `IncomingMessage` that are read. */
interface NodeAnswer {
  statusCode?: number
  headers: Readonly<Record<string, unknown>>
  /** A chunk is a `Buffer`. */
  on(event: 'data', listener: (chunk: { toString(): string }) => void): unknown
}

export type Observe = <T>(observation: Observation, send: () => Promise<T>) => Promise<T>

/** Enough for the error code in an XML or JSON body. */
const LONGEST_BODY = 4096

let observe: Observe | undefined

/**
 * Records the status, headers and body of the answers in `send`. upload-client's Node build returns none of them: it only
 * parses the body. Node publishes each answer on a diagnostics channel. Other platforms record nothing.
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
    response.on('data', (chunk) => {
      if (answer.body.length < LONGEST_BODY) answer.body += String(chunk)
    })
  })
  return (observation, send) => observations.run(observation, send)
}
