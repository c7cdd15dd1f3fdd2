import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { installTarballs } from './install-tarballs.js'
import { runIn } from './run-in.js'

const CONSUMERS = path.join(import.meta.dirname, '../../consumers')

export interface Consumer {
  /** The folder of the installed project. */
  readonly folder: string
  /** Runs a command in the folder and returns its output. */
  run(command: string, ...args: string[]): Promise<string>
}

/**
 * Copies a project of `consumers/` and the files of `consumers/shared` into a temporary folder outside this workspace, and
 * installs the tarballs there with npm. Declares the `beforeAll` and `afterAll` hooks that do so for a test file.
 *
 * @param name the folder in `consumers/`
 * @param dependencies dependencies to add to its `package.json`
 */
export function installConsumer(name: string, dependencies: Record<string, string> = {}): Consumer {
  let folder: string | undefined

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), `secure-uploading-${name}-`))
    await cp(path.join(CONSUMERS, 'shared'), folder, { recursive: true })
    await cp(path.join(CONSUMERS, name), folder, { recursive: true })
    await installTarballs(folder, dependencies)
  })
  afterAll(async () => {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true })
  })

  const installedFolder = (): string => {
    if (folder === undefined)
      throw new Error('The consumer is not installed. Use it in tests and hooks only.')
    return folder
  }
  return {
    get folder() {
      return installedFolder()
    },
    run: (command, ...args) => runIn(installedFolder(), command, args),
  }
}
