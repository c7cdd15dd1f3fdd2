import { DATABASE_NAME } from '../resumable/database-name.js'
import type { ResumeStore } from '../resumable/resume-store.js'
import { INDEX_KEY } from './stored-file.js'

/**
 * Deletes what is stored of a user who signed out, without the code that stores files. In IndexedDB that deletes also the sessions
 * of other users, whose uploads restart. A store that cannot delete by owner gets a list without an owner, whose files the
 * next queue deletes before it restores any.
 */
export function forgetStored(store: ResumeStore | undefined, owner: string): void {
  void forget(store, owner).catch(() => undefined)
}

async function forget(store: ResumeStore | undefined, owner: string): Promise<void> {
  if (!store) indexedDB.deleteDatabase(DATABASE_NAME)
  else if (store.deleteOwner) await store.deleteOwner(owner)
  else {
    const index = Object(await store.get(INDEX_KEY)) as { owner?: unknown }
    if (index.owner === owner) await store.set(INDEX_KEY, { ...index, owner: '' })
  }
}
