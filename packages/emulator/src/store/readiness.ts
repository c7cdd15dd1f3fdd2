import type { EmulatedClock } from '../control/state/emulated-clock.js'
import type { StoredFile } from './stored-file.js'

/** When a file becomes ready after its upload. Until then, `is_ready` is false and `content_info` is null. */
export type ReadinessOptions =
  | {
      /** **Milliseconds** after the upload, by the emulator's clock. */
      afterMs: number
    }
  | {
      /** The number of requests for the file's info that report it as not ready. */
      afterPolls: number
    }

/** Determines which files are ready. */
export interface Readiness {
  isReady(file: StoredFile): boolean
  /** Counts a request for the info of a file. Call it after the response is created. */
  countPoll(file: StoredFile): void
  clear(): void
}

/** Creates a {@link Readiness}. Without options, every file is ready. */
export function createReadiness(
  options: ReadinessOptions | undefined,
  { nowMs }: Pick<EmulatedClock, 'nowMs'>,
): Readiness {
  const polls = new Map<string, number>()
  return {
    isReady({ uuid, uploadedAtMs }) {
      if (options === undefined) return true
      if ('afterMs' in options) return nowMs() >= uploadedAtMs + options.afterMs
      return (polls.get(uuid) ?? 0) >= options.afterPolls
    },
    countPoll({ uuid }) {
      if (options && 'afterPolls' in options) polls.set(uuid, (polls.get(uuid) ?? 0) + 1)
    },
    clear() {
      polls.clear()
    },
  }
}
