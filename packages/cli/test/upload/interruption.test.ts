import { readdir, readFile, stat, utimes } from 'node:fs/promises'
import path from 'node:path'
import { createTokenHandler } from '@secure-uploading/express'
import { describe, expect, it, vi } from 'vitest'
import type { CliRun } from '../cli-run.js'
import { PUBLIC_KEY, SECRET_KEY } from '../demo-project.js'
import { startApp } from '../doctor/start-app.js'
import { LARGE, useUploadStage } from './use-upload-stage.js'

const stage = useUploadStage()

/** Lets one part arrive, delays the others, and presses Ctrl-C when the part is recorded. */
async function interruptAfterOnePart(words: readonly string[] = []): Promise<CliRun> {
  const { emulator } = stage
  emulator.faults.add({ endpoint: 'part', skip: 1, times: Infinity, until: new Promise(() => undefined) })
  const interruptWhen = vi.waitUntil(async () => (await recordedParts()) === 1, { timeout: 30_000 })
  const run = await stage.upload([stage.at('large.bin'), ...words], { interruptWhen })
  emulator.faults.clear()
  return run
}

async function recordedParts(): Promise<number> {
  const name = (await readdir(stage.memory)).find((each) => each.endsWith('.json'))
  if (name === undefined) return 0
  const { addresses } = JSON.parse(await readFile(path.join(stage.memory, name), 'utf8')) as {
    addresses: unknown[]
  }
  return addresses.filter((address) => address === null).length
}

describe('an interrupted upload', () => {
  it('exits cleanly after Ctrl-C, and resumes with the missing parts', async () => {
    const interrupted = await interruptAfterOnePart()
    expect(interrupted).toMatchObject({ code: 130, stdout: '' })
    expect(interrupted.stderr).toContain('Uploaded parts are not sent again:\n  secure-uploading upload ')
    expect(interrupted.stderr).toContain('large.bin')

    stage.emulator.journal.clear()
    const { code, stdout, stderr } = await stage.upload([stage.at('large.bin'), '--json'])
    const { files } = JSON.parse(stdout) as { files: { cdnUrl: string }[] }
    expect(code).toBe(0)
    expect(files).toMatchObject([{ resumed: true, sizeBytes: LARGE.byteLength }])
    expect(stderr).toContain('uploaded (resumed)')
    expect(stage.emulator.journal.entries('multipart/start')).toHaveLength(0)
    expect(stage.emulator.journal.entries('part')).toHaveLength(2)
    const sent = await fetch(files[0]?.cdnUrl ?? '')
    expect(LARGE.equals(Buffer.from(await sent.arrayBuffer()))).toBe(true)
    expect(await readdir(stage.memory)).toEqual([])
  })

  it('resumes when its token endpoint issues receipts for a user', async () => {
    const endpoint = await startApp((app) => {
      app.all(
        '/api/upload-token',
        createTokenHandler({
          ...{ publicKey: PUBLIC_KEY, secretKey: SECRET_KEY },
          receipts: { secret: 'a-receipt-secret-of-thirty-two-bytes' },
          authorize: () => ({ subject: 'user-42' }),
        }),
      )
    })
    const words = ['--token-endpoint', endpoint.href]
    expect(await interruptAfterOnePart(words)).toMatchObject({ code: 130 })
    const { stdout } = await stage.upload([stage.at('large.bin'), ...words, '--json'])

    expect(JSON.parse(stdout)).toMatchObject({ files: [{ status: 'uploaded', resumed: true }] })
  })

  it('records part URLs in a file that only its owner can read', async () => {
    await interruptAfterOnePart()

    const [name = ''] = await readdir(stage.memory)
    const file = path.join(stage.memory, name)
    expect((await stat(file)).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600)
    expect(await readFile(file, 'utf8')).not.toContain('signature')
  })

  it.each([
    ['other metadata', ['--metadata', 'a=b']],
    ['--no-resume', ['--no-resume']],
  ])('starts a new upload with %s', async (_name, words) => {
    await interruptAfterOnePart()
    const { stdout } = await stage.upload([stage.at('large.bin'), ...words, '--json'])

    expect(JSON.parse(stdout)).toMatchObject({ files: [{ status: 'uploaded', resumed: false }] })
  })

  it('removes sessions older than a day', async () => {
    await interruptAfterOnePart()
    const [name = ''] = await readdir(stage.memory)
    const twoDaysAgo = new Date(Date.now() - 2 * 86_400_000)
    await utimes(path.join(stage.memory, name), twoDaysAgo, twoDaysAgo)
    await stage.upload([stage.at('hello.txt')])

    expect(await readdir(stage.memory)).toEqual([])
  })

  // The last test: a part that was on its way at the interruption may arrive later.
  it('reports each file: uploaded, interrupted, or not started', async () => {
    const { emulator } = stage
    emulator.faults.add({ endpoint: 'part', times: Infinity, until: new Promise(() => undefined) })
    const interruptWhen = vi.waitUntil(() => emulator.journal.entries('multipart/start').length === 1, {
      timeout: 30_000,
    })
    const paths = ['hello.txt', 'large.bin', 'photo.jpg'].map((name) => stage.at(name))
    const run = await stage.upload([...paths, '--concurrency', '1', '--json'], { interruptWhen })
    emulator.faults.clear()

    expect(run.code).toBe(130)
    expect(JSON.parse(run.stdout)).toMatchObject({
      files: [
        { file: paths[0], status: 'uploaded' },
        { file: paths[1], status: 'interrupted' },
        { file: paths[2], status: 'interrupted' },
      ],
    })
    expect(run.stderr).toContain(`${stage.at('large.bin')}: interrupted`)
    expect(run.stderr).not.toContain(`${stage.at('photo.jpg')}: `)
    expect(run.stderr).toContain('Interrupted: 1 of 3 uploaded.')
  })
})
