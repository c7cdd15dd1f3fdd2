import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import type { Deployment } from './start-backstage.js'

const FOLDER = path.join(import.meta.dirname, '../next-site')
const NEXT = path.join(
  path.dirname(createRequire(import.meta.url).resolve('next/package.json')),
  'dist/bin/next',
)

const environmentOf = (variables: Record<string, string>): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  NODE_ENV: 'production',
  NEXT_TELEMETRY_DISABLED: '1',
  ...variables,
})

/** Runs `next build` without any key in the environment. */
export async function buildNext(): Promise<void> {
  await promisify(execFile)(process.execPath, [NEXT, 'build'], { cwd: FOLDER, env: environmentOf({}) })
}

/** Deletes what `next build` wrote. */
export const removeNextBuild = (): Promise<void> =>
  rm(path.join(FOLDER, '.next'), { recursive: true, force: true })

/** Runs `next start` with what `next build` wrote. */
export async function deployNext(environment: Record<string, string>): Promise<Deployment> {
  const child = spawn(process.execPath, [NEXT, 'start', '--port', '0', '--hostname', '127.0.0.1'], {
    cwd: FOLDER,
    env: environmentOf(environment),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'close')
  let url: string | undefined
  for await (const line of createInterface({ input: child.stdout })) {
    url ??= /http:\/\/127\.0\.0\.1:[1-9]\d*/.exec(line)?.[0]
    if (line.includes('Ready')) break
  }
  if (url === undefined) throw new Error('next start printed no address')
  child.stdout.resume()
  return {
    url,
    async close() {
      child.kill('SIGKILL')
      await ended
    },
  }
}
