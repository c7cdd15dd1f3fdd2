import type { Framework } from './framework.js'

/** Uses the arguments that the framework passed to a function of the options: `authorize`, a key or a hook. */
export interface PassedArguments {
  /** Returns the `Cookie` header. */
  cookieOf(...args: unknown[]): string | null | undefined
  /** Answers 303, as an app does that answers the request itself. */
  redirect(location: string, ...args: unknown[]): Promise<void>
}

/** Creates functions that rules call with the arguments of the framework. They must pass them on unchanged. */
export function passedArguments<Args extends unknown[]>({
  cookieOf,
  redirect,
}: Framework<Args>): PassedArguments {
  return {
    cookieOf: (...args) => cookieOf(...(args as Args)),
    async redirect(location, ...args) {
      if (redirect === undefined) {
        throw new TypeError('"redirect" is missing. Pass it, or add "shared-response" to "lacks"')
      }
      await redirect(location, ...(args as Args))
    },
  }
}
