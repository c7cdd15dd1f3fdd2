import type { ResumeStore } from '../../src/resumable/resume-store.js'

/** A store that outlives a queue, as IndexedDB outlives a page. */
export function createMemoryStore(): ResumeStore & { values: Map<string, unknown> } {
  const values = new Map<string, unknown>()
  return {
    values,
    get: (key) => Promise.resolve(structuredCloneOf(values.get(key))),
    set: (key, value) => Promise.resolve(values.set(key, structuredCloneOf(value))),
    delete: (key) => Promise.resolve(values.delete(key)),
    deleteOwner(owner) {
      for (const [key, value] of values) {
        if ((Object(value) as { owner?: unknown }).owner === owner) values.delete(key)
      }
      return Promise.resolve()
    },
  }
}

/** Node clones no File. Everything else is copied, as IndexedDB does. */
function structuredCloneOf(value: unknown): unknown {
  const { file, ...rest } = Object(value) as { file?: unknown }
  return value === undefined ? undefined : { ...structuredClone(rest), ...(file !== undefined && { file }) }
}
