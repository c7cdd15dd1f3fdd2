import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createDiskStorage } from '../../src/node/disk-storage.js'
import { startEmulator } from '../../src/node/index.js'
import type { StoredBytes } from '../../src/index.js'
import { demoProject, PUBLIC_KEY } from '../demo-project.js'
import { imageBytes } from '../image/images.js'

let directory: string

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'emulator-'))
})
afterEach(async () => {
  await rm(directory, { recursive: true })
})

async function text(bytes: StoredBytes, fromByte?: number, toByte?: number): Promise<string> {
  const chunks = []
  for await (const chunk of bytes.read(fromByte, toByte)) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}
const files = async (): Promise<string[]> => {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name)
}

test('stored bytes can be read in full or in part until they are discarded', async () => {
  const storage = await createDiskStorage(directory)
  const bytes = await storage.keep([Buffer.from('01234'), Buffer.from('56789')])

  expect(bytes.sizeBytes).toBe(10)
  expect(await text(bytes)).toBe('0123456789')
  expect(await text(bytes, 3, 6)).toBe('345')
  expect(await text(bytes, 3, 3)).toBe('')
  await bytes.discard()
  expect(await files()).toEqual([])
})

test('incomplete bytes leave no file', async () => {
  const storage = await createDiskStorage(directory)
  const broken = (async function* () {
    yield Buffer.from('01234')
    await Promise.reject(new Error('gone'))
  })()

  await expect(storage.keep(broken)).rejects.toThrow('gone')
  expect(await files()).toEqual([])
})

test('files are stored on disk and removed by close()', async () => {
  const projects = [{ ...demoProject, secureUploading: false }]
  const server = await startEmulator({ projects, dataDirectory: directory })
  const body = new FormData()
  body.append('file', new Blob([imageBytes('png')]), 'image.png')
  body.append('UPLOADCARE_PUB_KEY', PUBLIC_KEY)
  const response = await fetch(`${server.url}/base/`, { method: 'POST', body })
  const { file } = (await response.json()) as { file: string }

  const served = await fetch(`${server.url}/${file}/`)
  expect(served.headers.get('Content-Type')).toBe('image/png')
  expect(new Uint8Array(await served.arrayBuffer())).toEqual(imageBytes('png'))
  expect(await files()).toHaveLength(1)
  await server.close()
  expect(await readdir(directory)).toEqual([])
})

test('an emulator that fails to start leaves no folder', async () => {
  const start = startEmulator({ projects: [demoProject, demoProject], dataDirectory: directory })

  await expect(start).rejects.toThrow('Duplicate "publicKey"')
  expect(await readdir(directory)).toEqual([])
})
