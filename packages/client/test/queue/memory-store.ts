import type { ResumeStore } from '../../src/resumable/resume-store.js'

/** A store that outlives a queue, as IndexedDB outlives a page. */
export function createMemoryStore(): ResumeStore & { values: Map<string, unknown> } {
  const values = new Map<string, unknown>()
  function deleteWhere(isDeleted: (value: unknown) => boolean): Promise<void> {
    for (const [key, value] of values) if (isDeleted(value)) values.delete(key)
    return Promise.resolve()
  }
  return {
    values,
    get: (key) => Promise.resolve(structuredCloneOf(values.get(key))),
    set: (key, value) => Promise.resolve(values.set(key, structuredCloneOf(value))),
    delete: (key) => Promise.resolve(values.delete(key)),
    deleteOwner: (owner) => deleteWhere((value) => (Object(value) as { owner?: unknown }).owner === owner),
    deleteWhere,
  }
}

/** A store of an app that has only the required functions. */
export function createPlainStore(): Pick<
  ReturnType<typeof createMemoryStore>,
  'values' | 'get' | 'set' | 'delete'
> {
  const store = createMemoryStore()
  return {
    values: store.values,
    get: (key) => store.get(key),
    set: (key, value) => store.set(key, value),
    delete: (key) => store.delete(key),
  }
}

/** Node clones no File. Everything else is copied, as IndexedDB does. */
function structuredCloneOf(value: unknown): unknown {
  const { file, ...rest } = Object(value) as { file?: unknown }
  return value === undefined ? undefined : { ...structuredClone(rest), ...(file !== undefined && { file }) }
}
