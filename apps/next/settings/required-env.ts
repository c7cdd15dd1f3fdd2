/**
 * Reads a variable of the server's environment. Call it when a request needs it: `next build` has no secrets.
 *
 * @throws {Error} naming the variable when it is not set.
 */
export function requiredEnv(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`Set ${name} in the environment of the server`)
  return value
}
