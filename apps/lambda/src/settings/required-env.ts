/**
 * Reads a variable of the function's environment.
 *
 * @throws {Error} naming the variable when it is not set.
 */
export function requiredEnv(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`Set ${name} in the environment of the function`)
  return value
}
