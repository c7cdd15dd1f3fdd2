import type { ResumeMemory } from '../resumable/create-resume-memory.js'
import { withinSecond } from '../time/within-second.js'
import type { QueueSettings } from './parse-queue-options.js'

const nothing = (): Promise<undefined> => Promise.resolve(undefined)
const NO_MEMORY: ResumeMemory = {
  load: nothing,
  save: () => undefined,
  forget: nothing,
  forgetOwner: nothing,
}

/**
 * Creates the memory of a session in parts. Its code is loaded when a file in parts has a key.
 *
 * @param isStored whether an earlier page may have stored a session
 */
export function createLazyMemory(
  { resumeStore, target, loadKept }: QueueSettings<unknown>,
  key: string | undefined,
  isStored = false,
): ResumeMemory {
  if (key === undefined) return NO_MEMORY
  let memory: Promise<ResumeMemory> | undefined
  const open = (): Promise<ResumeMemory> =>
    (memory ??= loadKept()
      .then(({ createResumeMemory, indexedDbStore }) =>
        createResumeMemory(resumeStore ?? indexedDbStore, key, target.source.clock),
      )
      // Code that cannot be loaded must not fail an upload.
      .catch(() => NO_MEMORY))
  return {
    load: (identity) => withinSecond(() => open().then((one) => one.load(identity)), undefined),
    save: (session) => void open().then((one) => one.save(session)),
    forget: async () => (memory || isStored ? (await open()).forget() : undefined),
    forgetOwner: async (owner) => (await open()).forgetOwner(owner),
  }
}
