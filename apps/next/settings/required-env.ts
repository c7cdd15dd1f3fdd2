/**
 * Reads an environment variable of the server. Call it during requests only, because `next build` has no secrets.
 *
 * @throws {Error} when the variable is not set; the message names it.
 */
export function requiredEnv(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set. Set it in the environment of the server.`)
  return value
}
