/** What only pages with `owner` need. It is loaded when such a queue is created. */
export { createResumeMemory } from '../../resumable/create-resume-memory.js'
export { indexedDbStore } from '../../resumable/indexed-db-store.js'
export { createFileKeeper } from './create-file-keeper.js'
