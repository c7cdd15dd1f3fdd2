import type { ClientClock } from '../time/clock.js'
import { isUsable, type ResumableSession } from './resumable-session.js'
import type { ResumeStore } from './resume-store.js'

/** The stored session of one upload. */
export interface ResumeMemory {
  load(fingerprint: string): Promise<ResumableSession | undefined>
  /** Stores the session in the state of the moment of writing: of two writes that overlap, the newer state wins. */
  save(session: ResumableSession): void
  forget(): Promise<void>
}

/** Creates a memory for one key; without a key it stores nothing. Store errors must not fail an upload. */
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
      const session = await inTurn((storeKey) => store.get(storeKey))
      return isUsable(session, fingerprint, wallMs()) ? session : undefined
    },
    save(session) {
      void inTurn((storeKey) => store.set(storeKey, session))
    },
    async forget() {
      await inTurn((storeKey) => store.delete(storeKey))
      isForgotten = true
    },
  }
}
