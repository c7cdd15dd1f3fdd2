import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { ResumeStore } from '@secure-uploading/client/resumable'

const DAY_MS = 86_400_000

export interface FileResumeStore extends ResumeStore {
  /** Resolves when all is written that there is to write. */
  settled(): Promise<void>
}

/**
 * Remembers uploads in files that their owner alone may read: the addresses in them take parts of the upload from
 * anybody. What is older than a day serves no more, and is removed. A folder that cannot be made costs the memory, not
 * the upload.
 */
export async function fileResumeStore(directory: string): Promise<FileResumeStore> {
  await removeOld(directory).catch(() => undefined)
  const fileOf = (key: string): string => path.join(directory, `${key}.json`)
  let last: Promise<unknown> = Promise.resolve()

  async function write(key: string, value: unknown): Promise<void> {
    await mkdir(directory, { recursive: true, mode: 0o700 })
    // A process that is killed while it writes leaves what was there before.
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
      // Whoever waited for one writing may begin the next.
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
