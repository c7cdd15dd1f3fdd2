import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { TARBALLS } from '../packed/tarballs.js'
import { runIn } from './run-in.js'

const CONSUMERS = path.join(import.meta.dirname, '../../consumers')

export interface Consumer {
  /** Where it is. */
  readonly folder: string
  /** Runs a command there. */
  run(command: string, ...args: string[]): Promise<string>
}

/**
 * Puts a project of `consumers/` into a folder of its own, far from this workspace, and installs the tarballs there
 * with plain npm, for the tests of a file. What all the projects do is beside it, from `consumers/journeys`.
 *
 * @param dependencies what it depends on besides what its `package.json` names
 */
export function installConsumer(name: string, dependencies: Record<string, string> = {}): Consumer {
  let folder: string | undefined

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), `secure-uploading-${name}-`))
    await cp(path.join(CONSUMERS, 'journeys'), folder, { recursive: true })
    await cp(path.join(CONSUMERS, name), folder, { recursive: true })
    await takeTarballs(path.join(folder, 'package.json'), dependencies)
    await runIn(folder, 'npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'])
  })
  afterAll(async () => {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true })
  })

  const installed = (): string => {
    if (folder === undefined) throw new Error('A consumer is there in tests only')
    return folder
  }
  return {
    get folder() {
      return installed()
    },
    run: (command, ...args) => runIn(installed(), command, args),
  }
}

/** Ours come from their tarballs, those that the asked-for ones depend on too: npm has never heard of them. */
async function takeTarballs(packageJson: string, dependencies: Record<string, string>): Promise<void> {
  const project = JSON.parse(await readFile(packageJson, 'utf8')) as { dependencies: Record<string, string> }
  Object.assign(project.dependencies, dependencies)
  const take = (name: string): void => {
    const tarball = TARBALLS.find(({ manifest }) => manifest.name === name)
    if (tarball === undefined) throw new Error(`${packageJson} asks for ${name}, which is not published`)
    project.dependencies[name] = `file:${tarball.path}`
    for (const needed of ours(tarball.manifest.dependencies)) take(needed)
  }
  for (const name of ours(project.dependencies)) take(name)
  await writeFile(packageJson, JSON.stringify(project, null, 2))
}

const ours = (dependencies: Record<string, string> = {}): string[] =>
  Object.keys(dependencies).filter((name) => name.startsWith('@secure-uploading/'))
