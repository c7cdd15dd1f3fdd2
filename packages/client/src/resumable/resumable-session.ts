/** An upload in parts that has begun, as it is kept for the time after a reload. It holds no token. */
export interface ResumableSession {
  /** Tells the file apart from others. */
  fingerprint: string
  uuid: string
  /** Where each part goes; `null` for those that are there. */
  addresses: (string | null)[]
  partBytes: number
  /** Unix milliseconds. The addresses live for a day. */
  startedAtMs: number
}

const DAY_MS = 86_400_000
// What is left of an hour is spent rather on a new beginning than on an upload that ends in the middle.
const LONGEST_MS = DAY_MS - 3_600_000

/** Tells whether what was stored is an upload of this file that can still go on. */
export function isUsable(session: unknown, fingerprint: string, nowMs: number): session is ResumableSession {
  if (typeof session !== 'object' || session === null) return false
  const { fingerprint: stored, startedAtMs } = session as Partial<ResumableSession>
  return stored === fingerprint && startedAtMs !== undefined && Math.abs(nowMs - startedAtMs) < LONGEST_MS
}
