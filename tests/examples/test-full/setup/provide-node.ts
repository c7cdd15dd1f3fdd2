import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runIn } from '@secure-uploading/packed/run-in'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of a `node` program that every framework supports. */
    nodeFolder: string
  }
}

// Required by SolidStart 2. Others require 22.
const REQUIRED_MAJOR = 24
const VERSION = '24.21.0'

/** Provides the running Node, or installs a newer one from npm in a temporary folder if a framework requires it. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (Number(process.versions.node.split('.')[0]) >= REQUIRED_MAJOR) {
    project.provide('nodeFolder', path.dirname(process.execPath))
    return undefined
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'secure-uploading-node-'))
  await writeFile(path.join(folder, 'package.json'), '{ "private": true }')
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  await runIn(folder, 'npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', `${name}@${VERSION}`])
  project.provide('nodeFolder', path.join(folder, 'node_modules', name, 'bin'))
  return () => rm(folder, { recursive: true, force: true })
}
