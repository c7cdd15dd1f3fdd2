import type { Framework } from './framework.js'

/** What a rule does with what the framework passed to a function of the options: `authorize`, a key, a hook. */
export interface PassedArguments {
  /** Reads the cookie. */
  cookieOf(...args: unknown[]): string | null | undefined
  /** Answers 303, as an app does that answers a request itself. */
  redirect(location: string, ...args: unknown[]): Promise<void>
}

/** Lets rules call a framework's own functions. They pass on what the framework gave them, so these are its arguments. */
export function passedArguments<Args extends unknown[]>({
  cookieOf,
  redirect,
}: Framework<Args>): PassedArguments {
  return {
    cookieOf: (...args) => cookieOf(...(args as Args)),
    async redirect(location, ...args) {
      if (redirect === undefined) {
        throw new TypeError(
          'Tell the contract how to "redirect", or that the framework lacks "shared-response".',
        )
      }
      await redirect(location, ...(args as Args))
    },
  }
}
