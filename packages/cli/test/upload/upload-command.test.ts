import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createTokenHandler } from '@secure-uploading/express'
import { startEmulator, type EmulatorServer } from '@secure-uploading/emulator/node'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { PUBLIC_KEY, SECRET_KEY } from '../demo-project.js'
import { startApp } from '../doctor/start-app.js'
import { runCli, type CliOptions, type CliRun } from '../run-cli.js'

const env = { UPLOADCARE_SECRET_KEY: SECRET_KEY, UPLOADCARE_PUBLIC_KEY: PUBLIC_KEY }
const MEBIBYTE = 1024 * 1024

let server: EmulatorServer
let folder: string
let memory: string

beforeAll(async () => {
  server = await startEmulator({
    projects: [{ publicKey: PUBLIC_KEY, secretKeys: [SECRET_KEY], secureUploading: true }],
  })
  folder = await mkdtemp(path.join(tmpdir(), 'upload-'))
  await writeFile(path.join(folder, 'hello.txt'), 'hello')
  await writeFile(path.join(folder, 'photo.jpg'), 'pixels')
  await writeFile(path.join(folder, 'large.bin'), Buffer.alloc(25 * MEBIBYTE, 'bytes'))
})
beforeEach(async () => {
  await server.emulator.reset()
  memory = await mkdtemp(path.join(folder, 'memory-'))
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

const at = (name: string): string => path.join(folder, name)

async function upload(words: readonly string[], options: CliOptions = {}): Promise<CliRun> {
  const run = await runCli(
    ['upload', ...words, '--base-url', server.url, '--base-cdn', server.url, '--resume-directory', memory],
    { env, ...options },
  )
  expect(run.stdout + run.stderr).not.toContain(SECRET_KEY)
  expect(run.stdout + run.stderr).not.toMatch(/[0-9a-f]{64}/)
  return run
}

const bytesAt = async (url: string): Promise<string> => (await fetch(url)).text()

test('uploads files with tokens signed here, and prints where they are', async () => {
  const { code, stdout, stderr } = await upload([
    at('hello.txt'),
    at('photo.jpg'),
    '--metadata',
    'origin=ci',
    '--store',
    'yes',
  ])

  const [hello = '', photo = ''] = stdout.match(/http\S+/g) ?? []
  expect(code).toBe(0)
  expect([await bytesAt(hello), await bytesAt(photo)]).toEqual(['hello', 'pixels'])
  expect(stderr.trim().split('\n').sort()).toEqual([
    `${at('hello.txt')}: uploaded`,
    `${at('hello.txt')}: uploading 5 B`,
    `${at('photo.jpg')}: uploaded`,
    `${at('photo.jpg')}: uploading 6 B`,
  ])
  expect(server.emulator.journal.entries('base').map(({ credential }) => credential)).toEqual([
    'signature',
    'signature',
  ])
})

test('prints JSON, with what the file was sent as', async () => {
  const { stdout } = await upload([
    at('photo.jpg'),
    '--metadata',
    'user_id=7',
    '--metadata',
    'a=b=c',
    '--store',
    'no',
    '--json',
  ])

  const { files } = JSON.parse(stdout) as { files: { uuid: string }[] }
  expect(files).toMatchObject([
    {
      file: at('photo.jpg'),
      status: 'uploaded',
      name: 'photo.jpg',
      sizeBytes: 6,
      mimeType: 'image/jpeg',
      resumed: false,
    },
  ])
  const info = await fetch(`${server.url}/info/?pub_key=${PUBLIC_KEY}&file_id=${files[0]?.uuid ?? ''}`)
  expect(await info.json()).toMatchObject({ is_stored: false, metadata: { user_id: '7', a: 'b=c' } })
})

test('takes its tokens from an endpoint, with a session from the environment', async () => {
  const endpoint = await startApp((app) => {
    app.all(
      '/api/upload-token',
      createTokenHandler({
        ...{ publicKey: PUBLIC_KEY, secretKey: SECRET_KEY },
        authorize: (request) => (request.get('cookie') === 'session=42' ? { subject: 'user-42' } : null),
      }),
    )
  })
  const words = [at('hello.txt'), '--token-endpoint', endpoint.href]

  const signedIn = await upload([...words, '--header', 'Cookie: session=$SESSION'], {
    env: { SESSION: '42' },
  })
  expect(signedIn).toMatchObject({ code: 0 })
  expect(await upload(words, { env: {} })).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('(ERR_UNAUTHENTICATED)') as unknown,
  })
})

test('tells of one that failed, and uploads the other', async () => {
  server.emulator.projects.update(PUBLIC_KEY, { maxFileSizeBytes: 5 })
  const { code, stdout } = await upload([at('hello.txt'), at('photo.jpg'), '--json'])

  expect(code).toBe(1)
  expect(JSON.parse(stdout)).toMatchObject({
    files: [
      { status: 'uploaded' },
      { file: at('photo.jpg'), status: 'failed', error: { code: expect.any(String) as unknown } },
    ],
  })
})

/** Lets two parts arrive and holds the others back; when the two are remembered, Ctrl-C is pressed. */
async function interruptAfterTwoParts(): Promise<CliRun> {
  const { emulator } = server
  emulator.faults.add({ endpoint: 'part', skip: 2, times: Infinity, until: new Promise(() => undefined) })
  const interruptWhen = vi.waitUntil(async () => (await rememberedParts()) === 2, { timeout: 30_000 })
  const run = await upload([at('large.bin')], { interruptWhen })
  emulator.faults.clear()
  return run
}

async function rememberedParts(): Promise<number> {
  const name = (await readdir(memory)).find((each) => each.endsWith('.json'))
  if (name === undefined) return 0
  const { addresses } = JSON.parse(await readFile(path.join(memory, name), 'utf8')) as {
    addresses: unknown[]
  }
  return addresses.filter((address) => address === null).length
}

test('ends cleanly at Ctrl-C, says how to go on, and goes on with the parts that are missing', async () => {
  const interrupted = await interruptAfterTwoParts()
  expect(interrupted).toMatchObject({ code: 130, stdout: '' })
  expect(interrupted.stderr).toContain(
    'Parts that have arrived are not sent again:\n  secure-uploading upload ',
  )
  expect(interrupted.stderr).toContain('large.bin')

  server.emulator.journal.clear()
  const { code, stdout, stderr } = await upload([at('large.bin'), '--json'])
  const { files } = JSON.parse(stdout) as { files: { cdnUrl: string }[] }
  expect(code).toBe(0)
  expect(files).toMatchObject([{ resumed: true, sizeBytes: 25 * MEBIBYTE }])
  expect(stderr).toContain('uploaded, after an interruption')
  expect(server.emulator.journal.entries('multipart/start')).toHaveLength(0)
  expect(server.emulator.journal.entries('part')).toHaveLength(3)
  const sent = await bytesAt(files[0]?.cdnUrl ?? '')
  expect(sent === Buffer.alloc(25 * MEBIBYTE, 'bytes').toString()).toBe(true)
  expect(await readdir(memory)).toEqual([])
})

test('remembers addresses where nobody else can read them', async () => {
  await interruptAfterTwoParts()

  const [name = ''] = await readdir(memory)
  const file = path.join(memory, name)
  expect((await stat(file)).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600)
  expect(await readFile(file, 'utf8')).not.toContain('signature')
})

test.each([
  ['other metadata', ['--metadata', 'a=b']],
  ['--no-resume', ['--no-resume']],
])('begins anew with %s', async (_name, words) => {
  await interruptAfterTwoParts()
  const { stdout } = await upload([at('large.bin'), ...words, '--json'])

  expect(JSON.parse(stdout)).toMatchObject({ files: [{ status: 'uploaded', resumed: false }] })
})

test('forgets what is older than a day', async () => {
  await interruptAfterTwoParts()
  const [name = ''] = await readdir(memory)
  const twoDaysAgo = new Date(Date.now() - 2 * 86_400_000)
  await utimes(path.join(memory, name), twoDaysAgo, twoDaysAgo)
  await upload([at('hello.txt')])

  expect(await readdir(memory)).toEqual([])
})

test.each([
  [['no-such-file'], {}, 'no such file'],
  [['.'], {}, 'not a file'],
  [['package.json', '--metadata', 'novalue'], {}, 'key=value'],
  [['package.json', '--store', 'maybe'], {}, 'auto, yes, no'],
  [['package.json', '--concurrency', '0'], {}, 'from 1 on'],
  [['package.json'], { UPLOADCARE_PUBLIC_KEY: PUBLIC_KEY }, 'There is no secret key'],
  [['package.json'], { UPLOADCARE_SECRET_KEY: SECRET_KEY }, 'public key is missing'],
  [['package.json', '--expires-in', '8d'], env, 'at most 7 days'],
  [['package.json', '--header', 'X: y'], env, 'give --token-endpoint'],
  [['package.json', '--token-endpoint', '/api', '--header', 'X: y'], env, 'absolute URL'],
  [
    ['package.json', '--token-endpoint', 'https://app.example/', '--expires-in', '1h'],
    env,
    'nothing is signed here',
  ],
  [
    ['package.json', '--token-endpoint', 'https://app.example/', '--header', 'Cookie: a=b'],
    env,
    'does not belong',
  ],
])('refuses %o, and sends nothing', async (words, environment, message) => {
  const { code, stdout, stderr } = await upload(words, { env: environment })

  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toContain(message)
  expect(server.emulator.journal.entries()).toEqual([])
})
