import { DATABASE_NAME } from './database-name.js'
import type { ResumeStore } from './resume-store.js'

/** Stores sessions in IndexedDB. Outside of a browser its methods reject. */
export const indexedDbStore: ResumeStore = {
  get: (key) => inStore('readonly', (store) => store.get(key)),
  set: (key, value) => inStore('readwrite', (store) => store.put(value, key)),
  delete: (key) => inStore('readwrite', (store) => store.delete(key)),
  deleteOwner: (owner) => deleteWhere((value) => (Object(value) as { owner?: unknown }).owner === owner),
  deleteWhere,
}

function deleteWhere(isDeleted: (value: unknown) => boolean): Promise<unknown> {
  return inStore('readwrite', (store) => {
    const request = store.openCursor()
    request.addEventListener('success', () => {
      const cursor = request.result
      if (!cursor) return
      if (isDeleted(cursor.value)) cursor.delete()
      cursor.continue()
    })
    return request
  })
}

async function inStore<T>(
  mode: IDBTransactionMode,
  run: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open()
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(DATABASE_NAME, mode)
      const request = run(transaction.objectStore(DATABASE_NAME))
      // A transaction can abort after its request succeeded, for example when the quota is exceeded.
      transaction.oncomplete = () => {
        resolve(request.result)
      }
      transaction.onabort = () => {
        reject(transaction.error ?? new Error('The IndexedDB transaction was aborted'))
      }
    })
  } finally {
    database.close()
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE_NAME)
    request.onupgradeneeded = () => {
      request.result.createObjectStore(DATABASE_NAME)
    }
    request.onsuccess = () => {
      const database = request.result
      // A connection that stays open would block the upgrade of another tab.
      database.onversionchange = () => {
        database.close()
      }
      resolve(database)
    }
    request.onblocked = () => {
      reject(new Error('Another tab blocks the upgrade of IndexedDB'))
    }
    request.onerror = () => {
      reject(request.error ?? new Error('IndexedDB cannot be opened'))
    }
  })
}
