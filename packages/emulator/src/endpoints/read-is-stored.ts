import type { Project } from '../projects/project.js'

/** Reads `UPLOADCARE_STORE`: 1, 0, or the project's setting when the value is `auto` or missing. */
export function readIsStored(value: string | undefined, project: Project): boolean {
  if (value === '1') return true
  if (value === '0') return false
  return project.autostore
}
