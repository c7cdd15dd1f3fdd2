import type { ClientClock } from '../time/clock.js'
import { DAY_MS } from './resumable-session.js'
import type { ResumeStore } from './resume-store.js'

/**
 * Deletes the files and the sessions of all users that are older than a day, when a page uses the store. No list contains those
 * of a page that was closed for good.
 *
 * @param owner the user of an upload queue. Files of another one are deleted, too
 */
export async function pruneStore(
  store: ResumeStore,
  { wallMs }: Pick<ClientClock, 'wallMs'>,
  owner?: string,
): Promise<void> {
  try {
    await store.deleteWhere?.((value) => {
      const { addedAtMs, startedAtMs = addedAtMs, owner: stored } = Object(value) as Stored
      const isOfAnother = owner !== undefined && addedAtMs !== undefined && stored !== owner
      return isOfAnother || (typeof startedAtMs === 'number' && Math.abs(wallMs() - startedAtMs) >= DAY_MS)
    })
  } catch {
    // Store errors must not fail an upload.
  }
}

/** The members of stored files (`addedAtMs`) and sessions (`startedAtMs`). */
interface Stored {
  addedAtMs?: unknown
  startedAtMs?: unknown
  owner?: unknown
}
