/** A started upload in parts, as it is stored for a reload. It contains no token. */
export interface ResumableSession {
  /** Identifies the project, the owner, the options at the start and the file. */
  identity: string
  owner: string | undefined
  uuid: string
  /** The address of each part; `null` for parts that are stored. */
  addresses: (string | null)[]
  partBytes: number
  /** Unix **milliseconds**. The addresses are valid for a day. */
  startedAtMs: number
}

/** How long the addresses of parts are valid, and unfinished uploads are stored. */
export const DAY_MS = 86_400_000
// An upload that would have less than an hour left starts again, so that it does not fail in the middle.
const LONGEST_MS = DAY_MS - 3_600_000

/** Whether a stored value is a session with this identity that can be resumed. */
export function isUsable(session: unknown, identity: string, nowMs: number): session is ResumableSession {
  if (typeof session !== 'object' || session === null) return false
  const { identity: stored, uuid, addresses, partBytes, startedAtMs } = session as Partial<ResumableSession>
  return (
    stored === identity &&
    typeof uuid === 'string' &&
    Array.isArray(addresses) &&
    typeof partBytes === 'number' &&
    typeof startedAtMs === 'number' &&
    Math.abs(nowMs - startedAtMs) < LONGEST_MS
  )
}
