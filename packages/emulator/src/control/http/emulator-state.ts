import type { Emulation } from '../../emulation.js'
import { fileInfo } from '../../store/file-info.js'

/** Returns the state of an emulator as JSON. */
export function emulatorState({
  clock,
  projects,
  faults,
  journal,
  store,
  readiness,
}: Emulation): Record<string, unknown> {
  return {
    clock: { nowMs: clock.nowMs() },
    projects: projects.list(),
    faults: faults.list().map(({ times, ...fault }) => ({
      ...fault,
      // JSON has no Infinity, so null stands for it.
      times: times === Infinity ? null : times,
    })),
    files: store.files.list().map((file) => ({
      public_key: file.publicKey,
      uploaded_at_ms: file.uploadedAtMs,
      tags: file.tags,
      ...fileInfo(file, readiness.isReady(file)),
    })),
    journal: journal.entries(),
  }
}
