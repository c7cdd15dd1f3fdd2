import type { UploadToken } from '@secure-uploading/core/token'
import { systemClock, type ClientClock } from '../time/clock.js'
import { withDeadline } from '../time/with-deadline.js'
import { identityOf, type SessionScope } from './identity-of.js'
import { ownerOf } from './owner-of.js'
import { isUsable, type ResumableSession } from './resumable-session.js'
import type { ResumeStore } from './resume-store.js'
import { withLock } from './with-lock.js'

/** The stored session of one upload, and the user and the file that it belongs to. */
export interface ResumeMemory {
  /** Returns the user that the sessions of a token belong to. */
  ownerOf: (token: UploadToken) => string | undefined
  identify: (file: Blob, scope: SessionScope) => Promise<string>
  /** Runs a function while no other tab runs one with this name. */
  inLock: typeof withLock
  load(identity: string): Promise<ResumableSession | undefined>
  /** Stores the session in the state of the moment of writing: of two writes that overlap, the newer state wins. */
  save(session: ResumableSession): void
  forget(): Promise<void>
  /** Deletes the sessions of the owner, because the user signed out. */
  forgetOwner(owner: string): Promise<void>
}

// A store that hangs must not delay an upload.
const LONGEST_MS = 1000

/** Creates a memory for one key; without a key it stores nothing. Store errors must not fail an upload. */
export function createResumeMemory(
  store: ResumeStore,
  key: string | undefined,
  { wallMs }: Pick<ClientClock, 'wallMs'>,
): ResumeMemory {
  let last: Promise<unknown> = Promise.resolve()
  let isForgotten = key === undefined
  let isHanging = false

  function inTurn<T>(work: (key: string) => Promise<T>): Promise<T | undefined> {
    const turn = last
      .then(() => (isForgotten || isHanging || key === undefined ? undefined : inTime(work, key)))
      .catch(() => undefined)
    last = turn
    return turn
  }

  /** Storage takes real time, whatever clock the client has. */
  function inTime<T>(work: (key: string) => Promise<T>, storeKey: string): Promise<T> {
    const createError = (): Error => {
      isHanging = true
      return new Error('The store for unfinished uploads did not answer in time')
    }
    return withDeadline(systemClock, LONGEST_MS, createError, undefined, () => work(storeKey))
  }

  return {
    ownerOf,
    identify: identityOf,
    inLock: withLock,
    async load(identity) {
      const session = await inTurn((storeKey) => store.get(storeKey))
      return isUsable(session, identity, wallMs()) ? session : undefined
    },
    save(session) {
      // A session without an owner could be resumed by the next user.
      if (session.owner !== undefined) void inTurn((storeKey) => store.set(storeKey, session))
    },
    async forget() {
      await inTurn((storeKey) => store.delete(storeKey))
      isForgotten = true
    },
    async forgetOwner(owner) {
      await inTurn((storeKey) => store.delete(storeKey))
      await inTurn(() => store.deleteOwner?.(owner) ?? Promise.resolve())
      isForgotten = true
    },
  }
}
