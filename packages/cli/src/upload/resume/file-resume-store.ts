import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { ResumeStore } from '@secure-uploading/client/resumable'

const DAY_MS = 86_400_000

export interface FileResumeStore extends ResumeStore {
  /** Resolves when all writes are finished. */
  settled(): Promise<void>
}

/**
 * Stores upload sessions as files that only their owner can read, since the part URLs in them work without a credential.
 * Removes sessions older than a day, after which their part URLs have expired. If the directory cannot be created, uploads
 * still work, but cannot be resumed.
 */
export async function fileResumeStore(directory: string): Promise<FileResumeStore> {
  await removeOld(directory).catch(() => undefined)
  const fileOf = (key: string): string => path.join(directory, `${key}.json`)
  let last: Promise<unknown> = Promise.resolve()

  async function write(key: string, value: unknown): Promise<void> {
    await mkdir(directory, { recursive: true, mode: 0o700 })
    // An atomic rename: a killed process leaves the previous file intact.
    const draft = `${fileOf(key)}.${randomUUID()}`
    await writeFile(draft, JSON.stringify(value), { mode: 0o600 })
    await rename(draft, fileOf(key))
  }

  return {
    get: async (key) => JSON.parse(await readFile(fileOf(key), 'utf8')) as unknown,
    set(key, value) {
      const written = write(key, value)
      last = Promise.allSettled([last, written])
      return written
    },
    delete: (key) => rm(fileOf(key), { force: true }),
    async settled() {
      // A finished write can trigger another one.
      for (let awaited; awaited !== last;) {
        awaited = last
        await awaited
      }
    },
  }
}

async function removeOld(directory: string): Promise<void> {
  for (const name of await readdir(directory)) {
    if (!/^[0-9a-f]{64}\.json/.test(name)) continue
    const file = path.join(directory, name)
    const { mtimeMs } = await stat(file)
    if (Date.now() - mtimeMs > DAY_MS) await rm(file, { force: true })
  }
}
