import { createHash, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises'
import { hostname } from 'node:os'
import path from 'node:path'
import { isUuid, UUID } from '../uuid.js'
import { holdLock, isLockHeld, LOCK_NAME } from './run-lock.js'

const RUN_FOLDER = new RegExp(`^run-(?<host>[0-9a-f]{8})-(?<boot>[0-9a-f]{8})-${UUID}$`)

/** The folder of one run of the emulator. */
export interface RunFolder {
  readonly path: string
  /** Removes the folder and its files. */
  remove(): Promise<void>
}

/**
 * Creates the folder of one run of the emulator, and removes the folders of runs that were killed.
 *
 * Each run holds a lock in its folder, which the kernel releases when the process ends. A process id would not do: in a
 * container it is 1 again after a restart.
 *
 * @throws {Error} when the folder cannot be created.
 */
export async function createRunFolder(directory: string): Promise<RunFolder> {
  const parent = path.resolve(directory)
  const id = randomUUID()
  // Renamed when the lock is held, so that another start does not take it for the folder of a killed run.
  const prepared = path.join(parent, `new-${id}`)
  await mkdir(prepared, { recursive: true })
  const lock = await holdLock(prepared)
  // Without a lock it could not be told from a killed run, so its name keeps other runs from removing it.
  const name = lock ? `run-${hostId()}-${bootId()}-${id}` : `unlocked-${id}`
  const folder = path.join(parent, name)
  await rename(prepared, folder)
  await removeDeadRuns(parent, name)
  return {
    path: folder,
    async remove() {
      await lock?.release()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Creates the name of a file in a run folder. */
export function runFileName(): string {
  return randomUUID()
}

async function removeDeadRuns(directory: string, ownName: string): Promise<void> {
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    const { host, boot } = RUN_FOLDER.exec(entry.name)?.groups ?? {}
    if (!entry.isDirectory() || host === undefined || entry.name === ownName) continue
    const folder = path.join(directory, entry.name)
    const isOfThisKernel = boot === bootId()
    // Locks of another kernel cannot be checked: of this host before its last restart, they are released.
    const isDead = isOfThisKernel ? !(await isLockHeld(folder)) : host === hostId()
    // Removal may fail, because another run removes it too or a user put a file there.
    if (isDead) await removeRun(folder).catch(() => undefined)
  }
}

async function removeRun(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (isUuid(name) || name === LOCK_NAME) await rm(path.join(folder, name), { force: true })
  }
  await rmdir(folder)
}

function hostId(): string {
  return shortHash(hostname())
}

/** Identifies the running kernel, which containers share. */
function bootId(): string {
  try {
    return shortHash(readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'))
  } catch {
    // Only Linux has this file. Without containers, the host name does.
    return hostId()
  }
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8)
}
