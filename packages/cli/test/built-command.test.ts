import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startEmulator } from '@secure-uploading/emulator/node'
import { describe, expect, onTestFinished, it, vi } from 'vitest'
import { PUBLIC_KEY, SECRET_KEY } from './demo-project.js'
import { startApp } from './doctor/start-app.js'
import { runBuiltCommand } from './run-built-command.js'

// A few tests of the built command. test-full runs all of them with it.
const env = { UPLOADCARE_PUBLIC_KEY: PUBLIC_KEY, UPLOADCARE_SECRET_KEY: SECRET_KEY }

describe('the built command', () => {
  it('prints its version', async () => {
    const manifest = await readFile(path.join(import.meta.dirname, '../package.json'), 'utf8')
    const { version } = JSON.parse(manifest) as { version: string }
    expect(await runBuiltCommand(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
  })

  it('verifies its own signature through a pipe', async () => {
    const signed = await runBuiltCommand(['sign', '--json'], { env })
    const verified = await runBuiltCommand(['verify'], { env, input: signed.stdout })

    expect(verified).toMatchObject({ code: 0, stderr: '' })
  })

  it.each(['2100-01-01 00:00:00', '2100-01-01t00:00:00'])(
    'parses %s in UTC, regardless of the time zone',
    async (moment) => {
      const inNewYork = { env: { ...env, TZ: 'America/New_York' } }
      const { stdout } = await runBuiltCommand(['sign', '--json', '--expires-at', moment], inNewYork)
      expect(JSON.parse(stdout)).toMatchObject({ secureExpire: '4102444800' })
    },
  )

  it.each([[['sign']], [['sign', '--help']], [['verify', 'abc', '4102444800']]])(
    'ignores a closed stdout of %o',
    async (words) => {
      const run = await runBuiltCommand(words, { env })
      expect(await runBuiltCommand(words, { env, readsOutput: false })).toEqual({ ...run, stdout: '' })
    },
  )

  it('reads the secret from stdin, and exits with 1 for an invalid signature', async () => {
    const words = ['verify', '--secret-stdin', '46f70d2b4fb6196daeb2c16bf44a7f1e', '4102444800']
    const { code, stdout } = await runBuiltCommand(words, { input: SECRET_KEY })

    expect(code).toBe(1)
    expect(stdout).toContain('MD5')
  })

  it('exits with 2 for a secret on the command line', async () => {
    const { code, stdout, stderr } = await runBuiltCommand(['sign', '--secret', SECRET_KEY])

    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).not.toContain(SECRET_KEY)
  })

  it('sends no further request to a hanging token endpoint after Ctrl-C, and exits', async () => {
    let requests = 0
    let arrive: () => void
    const interruptWhen = new Promise<void>((resolve) => (arrive = resolve))
    const endpoint = await startApp((app) => {
      app.post('/api/upload-token', () => {
        requests++
        arrive()
      })
    })
    const words = ['upload', import.meta.filename, '--token-endpoint', endpoint.href, '--no-resume']

    expect(await runBuiltCommand(words, { interruptWhen })).toMatchObject({ code: 130, stdout: '' })
    expect(requests).toBe(1)
  })

  it('exits with 130 after Ctrl-C, and explains how to resume', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'interrupt-'))
    const server = await startEmulator({
      projects: [{ publicKey: PUBLIC_KEY, secretKeys: [SECRET_KEY], secureUploading: true }],
    })
    onTestFinished(async () => {
      await server.close()
      await rm(folder, { recursive: true })
    })
    await writeFile(path.join(folder, 'large.bin'), Buffer.alloc(11 * 1024 * 1024))
    const { emulator } = server
    emulator.faults.add({ endpoint: 'part', times: Infinity, until: new Promise(() => undefined) })
    const interruptWhen = vi.waitUntil(() => emulator.journal.entries('part').length > 0, { timeout: 30_000 })
    const words = [
      'upload',
      path.join(folder, 'large.bin'),
      '--base-url',
      server.url,
      '--resume-directory',
      folder,
    ]
    const { code, stdout, stderr } = await runBuiltCommand(words, { env, interruptWhen })

    expect([code, stdout]).toEqual([130, ''])
    expect(stderr).toContain('To resume, run the same command')
  })
})
