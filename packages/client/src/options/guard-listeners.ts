import { callListener } from '../token-source/call-listener.js'

/** Wraps the progress listeners of the app: an error in one must not fail an upload, or send its bytes again. */
export function guardListeners<Options extends object>(options: Options): Options {
  const listeners = Object.entries(options as Record<string, unknown>).flatMap(([name, listener]) => {
    if (!/^on\w*Progress$/.test(name) || typeof listener !== 'function') return []
    const guarded = (...args: unknown[]): void => {
      callListener(() => void Reflect.apply(listener, undefined, args), undefined)
    }
    return [[name, guarded]]
  })
  return { ...options, ...(Object.fromEntries(listeners) as object) }
}
