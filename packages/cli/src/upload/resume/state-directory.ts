import { homedir } from 'node:os'
import path from 'node:path'

/** @returns the directory of this system for the state of programs */
export function stateDirectory(env: Readonly<Record<string, string | undefined>>): string {
  const root =
    process.platform === 'win32'
      ? (absolute(env['LOCALAPPDATA']) ?? path.join(homedir(), 'AppData', 'Local'))
      : (absolute(env['XDG_STATE_HOME']) ?? path.join(homedir(), '.local', 'state'))
  return path.join(root, 'secure-uploading')
}

/** The XDG specification ignores empty and relative paths. */
const absolute = (folder: string | undefined): string | undefined =>
  folder !== undefined && path.isAbsolute(folder) ? folder : undefined
