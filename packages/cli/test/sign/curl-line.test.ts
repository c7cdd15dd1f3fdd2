import { execFile, spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { startEmulator, type EmulatorServer } from '@secure-uploading/emulator/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PUBLIC_KEY, SECRET_KEY } from '../demo-project.js'
import { runCli } from '../run-cli.js'

const env = { UPLOADCARE_PUBLIC_KEY: PUBLIC_KEY, UPLOADCARE_SECRET_KEY: SECRET_KEY }

describe.skipIf(spawnSync('curl', ['--version']).status !== 0)('the curl command', () => {
  let server: EmulatorServer
  let folder: string

  beforeAll(async () => {
    server = await startEmulator({
      projects: [{ publicKey: PUBLIC_KEY, secretKeys: [SECRET_KEY], secureUploading: true }],
    })
    folder = await mkdtemp(path.join(tmpdir(), 'sign-'))
    await writeFile(path.join(folder, "it's; odd.txt"), 'hello')
  })
  afterAll(async () => {
    await server.close()
    await rm(folder, { recursive: true })
  })

  it.each([['with a signature'], ['with an auth token', '--jwt']])(
    'uploads a file %s',
    async (_name, ...words) => {
      const options = ['--json', '--base-url', server.url, '--file', "it's; odd.txt"]
      const signed = await runCli(['sign', ...words, ...options], { env })
      const { curl } = JSON.parse(signed.stdout) as { curl: string }
      const { stdout } = await promisify(execFile)('sh', ['-c', curl], { cwd: folder })
      expect(JSON.parse(stdout)).toEqual({ file: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown })
    },
  )
})
