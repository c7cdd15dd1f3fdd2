import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

export interface NextServer {
  url: string
  close(): Promise<void>
}

/** Starts the output of `next build` on a free port. */
export async function startNext(folder: string, env: Record<string, string>): Promise<NextServer> {
  const command = path.join(folder, 'node_modules/next/dist/bin/next')
  const child = spawn(process.execPath, [command, 'start', '--port', '0', '--hostname', '127.0.0.1'], {
    cwd: folder,
    env: { ...process.env, ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  let printed = ''
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text
      const address = /http:\/\/127\.0\.0\.1:[1-9]\d*/.exec(printed)?.[0]
      if (address !== undefined) resolve(address)
    })
    void exited.then(() => {
      reject(new Error(`next start exited before it listened:\n${printed}`))
    })
  })
  return {
    url,
    async close() {
      child.kill()
      await exited
    },
  }
}
