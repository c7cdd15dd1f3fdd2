import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startEmulator } from '@secure-uploading/emulator/node'
import type { Emulator } from '@secure-uploading/emulator'
import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import { PUBLIC_KEY, SECRET_KEY } from '../demo-project.js'
import type { CliOptions, CliRun } from '../cli-run.js'
import { runCli } from '../run-cli.js'

export const KEYS = { UPLOADCARE_SECRET_KEY: SECRET_KEY, UPLOADCARE_PUBLIC_KEY: PUBLIC_KEY }

export const LARGE = Buffer.alloc(15 * 1024 * 1024, 'bytes')

/** An emulator, files on disk, and a directory for resumable uploads, reset for each test. */
export interface UploadStage {
  emulator: Emulator
  url: string
  memory: string
  /** The path of a file: `hello.txt`, `photo.jpg` or `large.bin` ({@link LARGE}). */
  at(name: string): string
  /** Uploads to the emulator. Asserts that no secret and no signature is printed. */
  upload(words: readonly string[], options?: CliOptions): Promise<CliRun>
}

/** Creates the stage for the tests of a file. */
export function useUploadStage(): UploadStage {
  const stage = {} as UploadStage
  let close: () => Promise<void>

  beforeAll(async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'upload-'))
    const at = (name: string): string => path.join(folder, name)
    await writeFile(at('hello.txt'), 'hello')
    await writeFile(at('photo.jpg'), 'pixels')
    await writeFile(at('large.bin'), LARGE)
    const { url, emulator, ...server } = await startEmulator({
      projects: [{ publicKey: PUBLIC_KEY, secretKeys: [SECRET_KEY], secureUploading: true }],
    })
    close = async () => {
      await server.close()
      await rm(folder, { recursive: true })
    }
    Object.assign(stage, { url, emulator, at, upload })
  })
  beforeEach(async () => {
    await stage.emulator.reset()
    stage.memory = await mkdtemp(stage.at('memory-'))
  })
  afterAll(() => close())

  async function upload(words: readonly string[], options: CliOptions = {}): Promise<CliRun> {
    const place = ['--base-url', stage.url, '--base-cdn', stage.url, '--resume-directory', stage.memory]
    const run = await runCli(['upload', ...words, ...place], { env: KEYS, ...options })
    expect(run.stdout + run.stderr).not.toContain(SECRET_KEY)
    expect(run.stdout + run.stderr).not.toMatch(/[0-9a-f]{64}/)
    return run
  }
  return stage
}
