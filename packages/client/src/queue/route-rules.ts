import type { UploadEvent } from '../requests/upload-event.js'
import type { UploadRouteRules } from '../routes/route-types.js'
import { callListener } from '../token-source/call-listener.js'
import { waitAfter, type Waiting } from './start-waiting.js'
import type { WaitingFor } from './upload-item.js'
import { fetchRules, type UploadTarget } from './upload-target.js'

/** The rules of the route of a queue, which are fetched before the first file is sent. */
export interface RouteRules {
  /** Whether files may be sent: the rules are known, or there is no route. */
  areKnown(): boolean
  /** The rules of the options, and those of the route. */
  all: () => readonly UploadRouteRules[]
  /** Fetches the rules, unless that is under way. */
  load(): void
  /** Returns what the fetch waits for. */
  waitingFor: () => WaitingFor | undefined
  /** Forgets the rules, because the next user may have others. */
  reset: () => void
}

/**
 * @param onLoad called when the rules are known, or with the error
 * @param onWait called with what the fetch waits for, and without an argument when the wait is over
 */
export function createRouteRules<Data>(
  target: UploadTarget<Data>,
  own: UploadRouteRules,
  onLoad: (error?: unknown) => void,
  onWait: (waitingFor?: WaitingFor) => void,
): RouteRules {
  const { route } = target
  let known: UploadRouteRules | undefined
  let fetching: AbortController | undefined
  let waiting: Waiting | undefined

  function endWait(): void {
    waiting?.stop()
    waiting = undefined
  }

  return {
    areKnown: () => !route || known !== undefined,
    all: () => (known ? [own, known] : [own]),
    load() {
      if (!route || known || fetching) return
      const { signal } = (fetching = new AbortController())
      const end = (): boolean => {
        if (signal.aborted) return false
        fetching = undefined
        endWait()
        return true
      }
      const onEvent = (event: UploadEvent): void => {
        if (signal.aborted) return
        callListener(target.onEvent, event)
        endWait()
        waiting = waitAfter(event, target.source.clock, () => {
          endWait()
          onWait()
        })
        onWait(waiting?.waitingFor)
      }
      fetchRules(target, route, signal, onEvent).then(
        (rules) => {
          if (!end()) return
          known = rules
          onLoad()
        },
        (error: unknown) => {
          if (end()) onLoad(error)
        },
      )
    },
    waitingFor: () => waiting?.waitingFor,
    reset() {
      endWait()
      fetching?.abort()
      fetching = undefined
      known = undefined
    },
  }
}
