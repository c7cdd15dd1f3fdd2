import { assertSecret } from '@secure-uploading/core/internal'

export const PUBLIC_KEY_VARIABLE = 'UPLOADCARE_PUBLIC_KEY'
export const SECRET_KEY_VARIABLE = 'UPLOADCARE_SECRET_KEY'

/** The variables of an environment that has the keys of the project. */
export interface KeyEnvironment {
  UPLOADCARE_PUBLIC_KEY?: string | undefined
  UPLOADCARE_SECRET_KEY?: string | undefined
}

/**
 * Creates the options `publicKey` and `secretKey` for runtimes that pass the environment to handlers, such as Cloudflare
 * Workers.
 *
 * @param envOf returns the environment from the arguments of the handler
 *
 * @example
 * ```ts
 * import { createTokenHandler, keysFromEnv } from '@secure-uploading/server'
 *
 * interface Env {
 *   UPLOADCARE_PUBLIC_KEY: string
 *   UPLOADCARE_SECRET_KEY: string
 * }
 *
 * const handle = createTokenHandler<[env: Env]>({
 *   ...keysFromEnv((_request: Request, env: Env) => env),
 *   authorize: 'anyone',
 * })
 * ```
 */
export function keysFromEnv<Args extends unknown[]>(
  envOf: (...args: Args) => KeyEnvironment,
): { publicKey: (...args: Args) => string; secretKey: (...args: Args) => string } {
  return {
    publicKey: (...args) => toVariable(PUBLIC_KEY_VARIABLE, envOf(...args)[PUBLIC_KEY_VARIABLE]),
    secretKey: (...args) => toVariable(SECRET_KEY_VARIABLE, envOf(...args)[SECRET_KEY_VARIABLE]),
  }
}

/** Reads a variable of the environment, in runtimes that have `process.env`. */
export function readEnvironment(name: string): string | undefined {
  // Bundlers replace member expressions of process.env with the value at build time, but not this.
  const scope: { process?: { env?: Readonly<Record<string, string | undefined>> } } = globalThis
  return scope.process?.env?.[name]
}

/** Reads a variable that is not required. It counts as missing where the runtime denies access, like Deno. */
export function readOptionalVariable(name: string): string | undefined {
  try {
    return readEnvironment(name)
  } catch {
    return undefined
  }
}

/** @throws {TypeError} naming the variable when it is missing or not a valid key. */
export function toVariable(name: keyof KeyEnvironment, value: unknown): string {
  assertSecret(name, value, 'it in the environment, or "publicKey" and "secretKey" as options')
  return value
}
