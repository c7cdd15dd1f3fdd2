import { homedir } from 'node:os'
import path from 'node:path'

/** The folder where this system keeps what a program remembers. */
export function stateDirectory(env: Readonly<Record<string, string | undefined>>): string {
  const root =
    process.platform === 'win32'
      ? (env['LOCALAPPDATA'] ?? path.join(homedir(), 'AppData', 'Local'))
      : (env['XDG_STATE_HOME'] ?? path.join(homedir(), '.local', 'state'))
  return path.join(root, 'secure-uploading')
}
