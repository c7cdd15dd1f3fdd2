import { allowListeners } from '../platform/index.js'
import { callListener } from '../token-source/call-listener.js'

/**
 * Wraps the progress listeners of the app: an error in one must not fail an upload, or send its bytes again. The signal of the app
 * may be shared by any number of calls.
 *
 * @param options a copy, which is changed
 */
export function guardListeners<Options extends { signal?: AbortSignal | undefined }>(
  options: Options,
): Options {
  allowListeners(options.signal)
  for (const [name, listener] of Object.entries(options as Record<string, unknown>)) {
    if (!/^on\w*Progress$/.test(name) || typeof listener !== 'function') continue
    Object.assign(options, {
      [name](...args: unknown[]) {
        callListener((given) => {
          Reflect.apply(listener, undefined, given)
        }, args)
      },
    })
  }
  return options
}
