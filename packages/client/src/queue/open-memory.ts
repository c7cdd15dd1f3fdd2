import type { ResumeMemory } from '../resumable/create-resume-memory.js'
import { withinSecond } from '../time/within-second.js'
import type { QueueSettings } from './parse-queue-options.js'

const nothing = (): Promise<undefined> => Promise.resolve(undefined)

/** Stores nothing. The queue is emptied at a sign-out, so that the project is the only other identity of a session. */
const NO_MEMORY: ResumeMemory = {
  ownerOf: () => undefined,
  identify: (_, { publicKey }) => Promise.resolve(publicKey),
  inLock: (_name, _signal, run) => run({ isWanted: () => Promise.resolve(false) }),
  load: nothing,
  save: () => undefined,
  forget: nothing,
  forgetOwner: nothing,
}

/**
 * Creates the memory of a session in parts. Without a key it stores nothing, and neither does it when its code is not loaded within a
 * second, so that an upload does not wait for it.
 */
export const openMemory = (
  { resumeStore, target, loadKept }: QueueSettings<unknown>,
  key: string | undefined,
): Promise<ResumeMemory> =>
  key === undefined
    ? Promise.resolve(NO_MEMORY)
    : withinSecond(async () => {
        const { createResumeMemory, indexedDbStore } = await loadKept()
        return createResumeMemory(resumeStore ?? indexedDbStore, key, target.source.clock)
      }, NO_MEMORY)
