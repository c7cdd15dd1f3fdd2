import { homedir } from 'node:os'
import path from 'node:path'

/** The folder where this system keeps what a program remembers. */
export function stateDirectory(env: Readonly<Record<string, string | undefined>>): string {
  const root =
    process.platform === 'win32'
      ? (absolute(env['LOCALAPPDATA']) ?? path.join(homedir(), 'AppData', 'Local'))
      : (absolute(env['XDG_STATE_HOME']) ?? path.join(homedir(), '.local', 'state'))
  return path.join(root, 'secure-uploading')
}

/** What is empty or relative would mean the working directory: the XDG specification has it ignored. */
const absolute = (folder: string | undefined): string | undefined =>
  folder !== undefined && path.isAbsolute(folder) ? folder : undefined
