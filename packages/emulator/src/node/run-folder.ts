import { createHash, randomUUID } from 'node:crypto'
import { readlinkSync } from 'node:fs'
import { mkdir, readdir, rm, rmdir } from 'node:fs/promises'
import { hostname } from 'node:os'
import path from 'node:path'
import { isUuid, UUID } from '../uuid.js'

const RUN_FOLDER = new RegExp(`^run-(?<machine>[0-9a-f]{8})-(?<processId>[1-9]\\d*)-${UUID}$`)

/**
 * Creates the folder of one run of the emulator, and removes the folders of runs that were killed.
 *
 * @throws {Error} when the folder cannot be created.
 */
export async function createRunFolder(directory: string): Promise<string> {
  const folder = path.resolve(directory, `run-${thisMachine()}-${process.pid}-${randomUUID()}`)
  await mkdir(folder, { recursive: true })
  await removeDeadRuns(path.resolve(directory))
  return folder
}

/** Creates the name of a file in a run folder. */
export function runFileName(): string {
  return randomUUID()
}

async function removeDeadRuns(directory: string): Promise<void> {
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    const { machine, processId } = RUN_FOLDER.exec(entry.name)?.groups ?? {}
    if (!entry.isDirectory() || machine !== thisMachine() || isAlive(Number(processId))) continue
    // Removal may fail, because another run removes it too or a user put a file there.
    await removeRun(path.join(directory, entry.name)).catch(() => undefined)
  }
}

async function removeRun(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (isUuid(name)) await rm(path.join(folder, name), { force: true })
  }
  await rmdir(folder)
}

/** Checks whether a process exists. A process of another user counts as alive. */
function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

/** Identifies the process id namespace: containers may share a directory, and even a host name. */
function thisMachine(): string {
  let processes = ''
  try {
    processes = readlinkSync('/proc/self/ns/pid')
  } catch {
    // Only Linux has this.
  }
  return createHash('sha256').update(`${hostname()} ${processes}`).digest('hex').slice(0, 8)
}
