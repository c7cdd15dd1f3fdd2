import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const MEBIBYTE = 1024 * 1024
const PART_BYTES = 5 * MEBIBYTE
const FILE_BYTES = 2048 * MEBIBYTE
const MAX_MEMORY_MEBIBYTES = 300
const COMMAND = path.join(import.meta.dirname, '../dist/command.js')

let child: ChildProcess
let directory: string
let url: string

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'emulator-'))
  const options = ['--port', '0', '--insecure', '--json', '--data', directory]
  const started = spawn(process.execPath, [COMMAND, ...options], { stdio: ['ignore', 'pipe', 'inherit'] })
  child = started
  const [line] = (await once(started.stdout, 'data')) as [Buffer]
  started.stdout.resume()
  url = /"url":"([^"]+)"/.exec(line.toString())?.[1] ?? ''
})
afterAll(async () => {
  child.kill('SIGINT')
  await once(child, 'exit')
  await rm(directory, { recursive: true })
})

async function post(
  endpoint: string,
  fields: Readonly<Record<string, string>>,
): Promise<Record<string, unknown>> {
  const body = new URLSearchParams({ UPLOADCARE_PUB_KEY: 'demopublickey', ...fields })
  const response = await fetch(`${url}${endpoint}`, { method: 'POST', body })
  return (await response.json()) as Record<string, unknown>
}

/** Returns the peak memory of the emulator. */
async function peakMebibytes(): Promise<number> {
  const status = await readFile(`/proc/${child.pid ?? ''}/status`, 'utf8')
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1024
}

test.skipIf(!existsSync('/proc/self/status'))('a 2 GiB upload uses less than 300 MiB of memory', async () => {
  const fields = { filename: 'film.mp4', size: String(FILE_BYTES), content_type: 'video/mp4' }
  const { uuid, parts } = (await post('/multipart/start/', fields)) as { uuid: string; parts: string[] }
  const part = Buffer.alloc(PART_BYTES, 'x')
  let next = 0
  async function sendParts(): Promise<void> {
    for (let index = next++; index < parts.length; index = next++) {
      const body = part.subarray(0, Math.min(PART_BYTES, FILE_BYTES - index * PART_BYTES))
      const response = await fetch(parts[index] ?? '', { method: 'PUT', body })
      await response.arrayBuffer()
    }
  }
  await Promise.all(Array.from({ length: 4 }, sendParts))
  expect(await post('/multipart/complete/', { uuid })).toMatchObject({ size: FILE_BYTES })

  let servedBytes = 0
  const served = await fetch(`${url}/${uuid}/`)
  for await (const chunk of served.body ?? []) servedBytes += chunk.byteLength
  expect(servedBytes).toBe(FILE_BYTES)
  expect(await peakMebibytes()).toBeLessThan(MAX_MEMORY_MEBIBYTES)
})
