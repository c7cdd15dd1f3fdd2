import { withinSecond } from '../../time/within-second.js'

/** The bytes of the files that are stored. */
export interface KeptSpace {
  /** Counts the bytes of a file. Returns whether there is space for them. */
  take(id: string, bytes: number): Promise<boolean>
  /** Counts the bytes of a file that is stored already. */
  note(id: string, bytes: number): void
  free(id: string): void
  clear(): void
}

/** Smaller files are stored without asking how much space is free. */
const LEAST_ESTIMATED_BYTES = 1_000_000

export function createKeptSpace(limitBytes: number): KeptSpace {
  const sizes = new Map<string, number>()
  let usedBytes = 0

  function free(id: string): void {
    usedBytes -= sizes.get(id) ?? 0
    sizes.delete(id)
  }

  function note(id: string, bytes: number): void {
    free(id)
    sizes.set(id, bytes)
    usedBytes += bytes
  }

  return {
    note,
    free,
    async take(id, bytes) {
      if (usedBytes + bytes > limitBytes || !(await isFree(bytes))) return false
      note(id, bytes)
      return true
    },
    clear() {
      sizes.clear()
      usedBytes = 0
    },
  }
}

async function isFree(bytes: number): Promise<boolean> {
  if (bytes < LEAST_ESTIMATED_BYTES) return true
  const storage = (globalThis.navigator as Partial<Navigator> | undefined)?.storage
  const { quota = Infinity, usage = 0 } =
    (storage && (await withinSecond(() => storage.estimate(), {}))) ?? {}
  return bytes <= quota - usage
}
