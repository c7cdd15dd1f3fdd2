import { createEmulatedClock, type EmulatedClock } from './control/emulated-clock.js'
import { createFaults, type FaultList } from './control/fault-list.js'
import { createJournal, type Journal } from './control/journal.js'
import { createApp } from './http/create-app.js'
import type { ProjectOptions } from './projects/project.js'
import { createProjects, type ProjectList } from './projects/project-list.js'
import { createMemoryStorage } from './store/memory-storage.js'
import { createStore } from './store/store.js'

export interface EmulatorOptions {
  /** The projects it has; more can be added later. */
  projects: readonly ProjectOptions[]
  /** Tells the time in Unix **milliseconds**; `Date.now` unless given. The emulator's clock starts from it. */
  now?: () => number
  /** Makes the ids of files and groups; `crypto.randomUUID` unless given. */
  randomUuid?: () => string
}

export interface Emulator {
  /** Answers a request as `upload.uploadcare.com` would. It has the shape of `fetch`, but takes a `Request`. */
  fetch: (request: Request) => Promise<Response>
  readonly projects: ProjectList
  /** The emulator's own time, by which tokens expire. */
  readonly clock: EmulatedClock
  /** What goes wrong next. */
  readonly faults: FaultList
  /** What came, and how it was judged. */
  readonly journal: Journal
  /** Forgets all files, faults and requests, and goes back to the first projects and the real time. */
  reset(): Promise<void>
}

/**
 * Makes an emulator of Uploadcare's Upload API, which keeps its files in memory. Two emulators share nothing.
 *
 * @throws {TypeError} when a project lacks a key.
 *
 * @example
 * ```ts
 * import { createEmulator } from '@secure-uploading/emulator'
 *
 * const emulator = createEmulator({
 *   projects: [{ publicKey: 'demopublickey', secretKeys: ['demosecretkey'], secureUploading: true }],
 * })
 * const response = await emulator.fetch(new Request('https://upload.uploadcare.com/base/', { method: 'POST' }))
 * ```
 */
export function createEmulator(options: EmulatorOptions): Emulator {
  const { now = Date.now, randomUuid = () => crypto.randomUUID() } = options
  const emulation = {
    projects: createProjects(options.projects),
    clock: createEmulatedClock(now),
    faults: createFaults(),
    journal: createJournal(),
    store: createStore(),
    storage: createMemoryStorage(),
    randomUuid,
    sleep: (durationMs: number) => new Promise<void>((resolve) => setTimeout(resolve, durationMs)),
  }
  const app = createApp(emulation)
  const { projects, clock, faults, journal, store } = emulation
  return {
    fetch: async (request) => app.fetch(request),
    projects,
    clock,
    faults,
    journal,
    async reset() {
      projects.reset()
      clock.reset()
      faults.clear()
      journal.clear()
      await store.clear()
    },
  }
}
