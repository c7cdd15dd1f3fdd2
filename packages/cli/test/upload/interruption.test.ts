import { readdir, readFile, stat, utimes } from 'node:fs/promises'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import type { CliRun } from '../run-cli.js'
import { LARGE, useUploadStage } from './use-upload-stage.js'

const stage = useUploadStage()

/** Lets one part arrive and holds the others back; when it is remembered, Ctrl-C is pressed. */
async function interruptAfterOnePart(): Promise<CliRun> {
  const { emulator } = stage
  emulator.faults.add({ endpoint: 'part', skip: 1, times: Infinity, until: new Promise(() => undefined) })
  const interruptWhen = vi.waitUntil(async () => (await rememberedParts()) === 1, { timeout: 30_000 })
  const run = await stage.upload([stage.at('large.bin')], { interruptWhen })
  emulator.faults.clear()
  return run
}

async function rememberedParts(): Promise<number> {
  const name = (await readdir(stage.memory)).find((each) => each.endsWith('.json'))
  if (name === undefined) return 0
  const { addresses } = JSON.parse(await readFile(path.join(stage.memory, name), 'utf8')) as {
    addresses: unknown[]
  }
  return addresses.filter((address) => address === null).length
}

test('ends cleanly at Ctrl-C, says how to go on, and goes on with the parts that are missing', async () => {
  const interrupted = await interruptAfterOnePart()
  expect(interrupted).toMatchObject({ code: 130, stdout: '' })
  expect(interrupted.stderr).toContain(
    'Parts that have arrived are not sent again:\n  secure-uploading upload ',
  )
  expect(interrupted.stderr).toContain('large.bin')

  stage.emulator.journal.clear()
  const { code, stdout, stderr } = await stage.upload([stage.at('large.bin'), '--json'])
  const { files } = JSON.parse(stdout) as { files: { cdnUrl: string }[] }
  expect(code).toBe(0)
  expect(files).toMatchObject([{ resumed: true, sizeBytes: LARGE.byteLength }])
  expect(stderr).toContain('uploaded, after an interruption')
  expect(stage.emulator.journal.entries('multipart/start')).toHaveLength(0)
  expect(stage.emulator.journal.entries('part')).toHaveLength(2)
  const sent = await fetch(files[0]?.cdnUrl ?? '')
  expect(LARGE.equals(Buffer.from(await sent.arrayBuffer()))).toBe(true)
  expect(await readdir(stage.memory)).toEqual([])
})

test('remembers addresses where nobody else can read them', async () => {
  await interruptAfterOnePart()

  const [name = ''] = await readdir(stage.memory)
  const file = path.join(stage.memory, name)
  expect((await stat(file)).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600)
  expect(await readFile(file, 'utf8')).not.toContain('signature')
})

test.each([
  ['other metadata', ['--metadata', 'a=b']],
  ['--no-resume', ['--no-resume']],
])('begins anew with %s', async (_name, words) => {
  await interruptAfterOnePart()
  const { stdout } = await stage.upload([stage.at('large.bin'), ...words, '--json'])

  expect(JSON.parse(stdout)).toMatchObject({ files: [{ status: 'uploaded', resumed: false }] })
})

test('forgets what is older than a day', async () => {
  await interruptAfterOnePart()
  const [name = ''] = await readdir(stage.memory)
  const twoDaysAgo = new Date(Date.now() - 2 * 86_400_000)
  await utimes(path.join(stage.memory, name), twoDaysAgo, twoDaysAgo)
  await stage.upload([stage.at('hello.txt')])

  expect(await readdir(stage.memory)).toEqual([])
})
