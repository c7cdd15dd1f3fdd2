import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

const SCRIPT = `
  import { startEmulator } from '@secure-uploading/emulator/node'
  const { url } = await startEmulator({
    projects: [{ publicKey: 'demopublickey', secretKeys: ['demosecretkey'], secureUploading: true }],
  })
  process.stdout.write(url)
`

/** Starts an emulator in a process of its own, because an emulated page replaces globals that the emulator needs. */
export async function startEmulatorProcess(): Promise<{ url: string; stop: () => void }> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', SCRIPT], {
    cwd: path.join(import.meta.dirname, '..', '..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [url] = (await once(child.stdout, 'data')) as [Buffer]
  return { url: String(url), stop: () => child.kill() }
}
