import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { packPackages } from '../../pack-packages.js'

declare module 'vitest' {
  interface ProvidedContext {
    tarballPaths: string[]
  }
}

/** Packs the packages before the first test of a run, so that all tests read the same tarballs. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'secure-uploading-packed-'))
  project.provide('tarballPaths', await packPackages(folder))
  return () => rm(folder, { recursive: true, force: true })
}
