/** The IndexedDB database of unfinished uploads, and its only object store. */
export const DATABASE_NAME = 'secure-uploading'
