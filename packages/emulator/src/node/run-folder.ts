import { createHash, randomUUID } from 'node:crypto'
import { readlinkSync } from 'node:fs'
import { mkdir, readdir, rm, rmdir } from 'node:fs/promises'
import { hostname } from 'node:os'
import path from 'node:path'
import { isUuid, UUID } from '../uuid.js'

const RUN_FOLDER = new RegExp(`^run-(?<machine>[0-9a-f]{8})-(?<processId>[1-9]\\d*)-${UUID}$`)

/**
 * Makes a folder for one run of the emulator, and removes those that runs have left which were killed.
 *
 * @throws {Error} when the folder cannot be made.
 */
export async function createRunFolder(directory: string): Promise<string> {
  const folder = path.resolve(directory, `run-${thisMachine()}-${process.pid}-${randomUUID()}`)
  await mkdir(folder, { recursive: true })
  await removeDeadRuns(path.resolve(directory))
  return folder
}

/** Makes the name of a file in such a folder. */
export function runFileName(): string {
  return randomUUID()
}

async function removeDeadRuns(directory: string): Promise<void> {
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    const { machine, processId } = RUN_FOLDER.exec(entry.name)?.groups ?? {}
    if (!entry.isDirectory() || machine !== thisMachine() || isAlive(Number(processId))) continue
    // What cannot be removed, because another start was faster or somebody put a file there, may stay.
    await removeRun(path.join(directory, entry.name)).catch(() => undefined)
  }
}

async function removeRun(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (isUuid(name)) await rm(path.join(folder, name), { force: true })
  }
  await rmdir(folder)
}

/** In doubt it is: its number may have gone to another process, or it may belong to another user. */
function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

/** Names where process ids mean the same as here: containers may share a folder, and even their host's name. */
function thisMachine(): string {
  let processes = ''
  try {
    processes = readlinkSync('/proc/self/ns/pid')
  } catch {
    // Only Linux has this.
  }
  return createHash('sha256').update(`${hostname()} ${processes}`).digest('hex').slice(0, 8)
}
