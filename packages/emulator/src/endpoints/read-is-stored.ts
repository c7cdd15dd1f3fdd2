import type { Project } from '../projects/project.js'

/**
 * Reads `UPLOADCARE_STORE` or `store`: `1`, `0`, or `auto` for the project's setting. Older SDKs send `true` and `false`.
 *
 * @returns `whenMissing` for a missing value, and the project's setting for an unknown one.
 */
export function readIsStored(
  value: string | undefined,
  { autostore, storeDefault }: Project,
  whenMissing = storeDefault === 'auto' && autostore,
): boolean {
  if (value === undefined) return whenMissing
  if (value === '1' || value === 'true') return true
  if (value === '0' || value === 'false') return false
  return autostore
}
