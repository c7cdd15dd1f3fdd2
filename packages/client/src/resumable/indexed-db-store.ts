import type { ResumeStore } from './resume-store.js'

const NAME = 'secure-uploading'

/** Stores sessions in IndexedDB. Outside of a browser its methods reject. */
export const indexedDbStore: ResumeStore = {
  get: (key) => inStore('readonly', (store) => store.get(key)),
  set: (key, value) => inStore('readwrite', (store) => store.put(value, key)),
  delete: (key) => inStore('readwrite', (store) => store.delete(key)),
}

async function inStore<T>(
  mode: IDBTransactionMode,
  run: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const opening = indexedDB.open(NAME)
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore(NAME)
  }
  const database = await settled(opening)
  try {
    return await settled(run(database.transaction(NAME, mode).objectStore(NAME)))
  } finally {
    database.close()
  }
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result)
    }
    request.onerror = () => {
      reject(request.error ?? new Error('IndexedDB failed'))
    }
  })
}
