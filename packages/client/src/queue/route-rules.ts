import type { UploadRouteRules } from '../routes/route-types.js'
import { fetchRules, type UploadTarget } from './upload-target.js'

/** The rules of the route of a queue, which are fetched before the first file is sent. */
export interface RouteRules {
  /** Whether files may be sent: the rules are known, or there is no route. */
  areKnown(): boolean
  /** The rules of the options, and those of the route. */
  all: () => readonly UploadRouteRules[]
  /** Fetches the rules, unless that is under way. */
  load(): void
  /** Forgets the rules, because the next user may have others. */
  reset(): void
}

/** @param onLoad called when the rules are known, or with the error */
export function createRouteRules<Data>(
  target: UploadTarget<Data>,
  own: UploadRouteRules,
  onLoad: (error?: unknown) => void,
): RouteRules {
  const { route } = target
  let known: UploadRouteRules | undefined
  let fetching: AbortController | undefined

  return {
    areKnown: () => !route || known !== undefined,
    all: () => (known ? [own, known] : [own]),
    load() {
      if (!route || known || fetching) return
      const { signal } = (fetching = new AbortController())
      const end = (): boolean => {
        if (signal.aborted) return false
        fetching = undefined
        return true
      }
      fetchRules(target, route, signal).then(
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
    reset() {
      fetching?.abort()
      fetching = undefined
      known = undefined
    },
  }
}
