import type { ClientClock } from '../token-source/clock.js'
import { isUsable, type ResumableSession } from './resumable-session.js'
import type { ResumeStore } from './resume-store.js'

/** Remembers one upload. */
export interface ResumeMemory {
  load(fingerprint: string): Promise<ResumableSession | undefined>
  /** Stores the session as it is when its turn comes: of two that overlap, an older state never wins. */
  save(session: ResumableSession): void
  forget(): Promise<void>
}

/** Makes a memory under a key; without one it remembers nothing. A store that fails costs the memory, not the upload. */
export function createResumeMemory(
  store: ResumeStore,
  key: string | undefined,
  { wallMs }: Pick<ClientClock, 'wallMs'>,
): ResumeMemory {
  let last: Promise<unknown> = Promise.resolve()
  let isForgotten = key === undefined

  function inTurn<T>(work: (key: string) => Promise<T>): Promise<T | undefined> {
    const turn = last
      .then(() => (isForgotten || key === undefined ? undefined : work(key)))
      .catch(() => undefined)
    last = turn
    return turn
  }

  return {
    async load(fingerprint) {
      const session = await inTurn((own) => store.get(own))
      return isUsable(session, fingerprint, wallMs()) ? session : undefined
    },
    save(session) {
      void inTurn((own) => store.set(own, session))
    },
    async forget() {
      await inTurn((own) => store.delete(own))
      isForgotten = true
    },
  }
}
