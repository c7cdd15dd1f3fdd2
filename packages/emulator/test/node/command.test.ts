import { X509Certificate } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { execFile, spawn, type ChildProcess, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { afterEach, expect, test } from 'vitest'

// The built command, because npx runs it.
const COMMAND = path.join(import.meta.dirname, '../../dist/command.js')
const running: ChildProcess[] = []

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
})

/** Starts the command on a free port and reads its output line by line. */
async function start(...options: string[]): Promise<{
  child: ChildProcessByStdio<null, Readable, Readable>
  url: string
  next: () => Promise<string>
}> {
  const child = spawn(process.execPath, [COMMAND, '--port', '0', ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.push(child)
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const next = async (): Promise<string> => {
    const line = await lines.next()
    return line.done === true ? '' : line.value
  }
  const first = await next()
  return { child, next, url: /https?:\/\/[\d.:]+/.exec(first)?.[0] ?? '' }
}

test('--help lists the options', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [COMMAND, '--help'])

  for (const word of ['--port', '--project', '--data', '--json', '--insecure', 'curl', '/_emulator/']) {
    expect(stdout).toContain(word)
  }
})

test('the command logs requests as text and exits cleanly', async () => {
  const { child, url, next } = await start('--project', 'mykey:mysecret')
  expect(await next()).toContain(`${url}/_emulator/`)
  expect(await next()).toBe('  project mykey, secure uploading on')
  await fetch(`${url}/base/`, { method: 'POST', body: new URLSearchParams({ UPLOADCARE_PUB_KEY: 'mykey' }) })
  expect(await next()).toMatch(/^\d\d:\d\d:\d\d POST \/base\/ 400 SignatureRequiredError$/)

  child.kill('SIGINT')
  expect(await once(child, 'exit')).toEqual([0, null])
})

test('--json logs JSON without secrets', async () => {
  const { url, next } = await start('--json', '--project', 'mykey:mysecret')
  await fetch(`${url}/info/?pub_key=mykey`)
  const line = await next()

  expect(JSON.parse(line)).toMatchObject({
    event: 'request',
    endpoint: 'info',
    status: 400,
    errorCode: 'FileIdRequiredError',
  })
  expect(line).not.toContain('mysecret')
})

test('the command prints no stack trace for connections that faults drop', async () => {
  const { child, url, next } = await start('--json', '--project', 'mykey:mysecret')
  const printed = text(child.stderr)
  for (const effect of [{ truncateAfterBytes: 3 }, { drop: 'request' }, { drop: 'answer' }]) {
    await fetch(`${url}/_emulator/faults`, { method: 'POST', body: JSON.stringify(effect) })
    const answer = fetch(`${url}/info/?pub_key=mykey`).then((response) => response.text())
    await expect(answer).rejects.toBeInstanceOf(TypeError)
    expect(JSON.parse(await next())).toMatchObject({ faults: Object.keys(effect) })
  }
  child.kill('SIGINT')

  expect(await once(child, 'exit')).toEqual([0, null])
  expect(await printed).toBe('')
})

test('the command keeps serving and exits cleanly after its stdout is closed', async () => {
  const { child, url } = await start('--insecure')
  const printed = text(child.stderr)
  child.stdout.destroy()
  for (let request = 0; request < 3; request++) {
    expect((await fetch(`${url}/info/?pub_key=demopublickey`)).status).toBe(400)
  }
  child.kill('SIGINT')

  expect(await once(child, 'exit')).toEqual([0, null])
  expect(await printed).toBe('')
})

const PRINT_ENVIRONMENT = `
  const { UPLOADCARE_PUBLIC_KEY, UPLOADCARE_SECRET_KEY, UPLOADCARE_EMULATOR_URL, VITE_UPLOADCARE_EMULATOR_URL } = process.env
  console.log([UPLOADCARE_PUBLIC_KEY, UPLOADCARE_SECRET_KEY, UPLOADCARE_EMULATOR_URL, VITE_UPLOADCARE_EMULATOR_URL].join(' '))`

test('a command after -- runs with the URL and the keys of the emulator, and its exit code ends the emulator', async () => {
  const words = ['--project', 'mykey:mysecret', '--', process.execPath, '-e']
  const { child, url, next } = await start(...words, `${PRINT_ENVIRONMENT}; process.exitCode = 7`)
  const exited = once(child, 'exit')
  const lines = [await next(), await next(), await next()]

  expect(lines).toContain(`mykey mysecret ${url} ${url}`)
  expect(await exited).toEqual([7, null])
})

test('SIGTERM ends the command after --, and the emulator with it', async () => {
  const code =
    "process.on('SIGTERM', () => process.exit(3)); console.log('started'); setInterval(() => {}, 1e6)"
  const { child, next } = await start('--', process.execPath, '-e', code)
  const exited = once(child, 'exit')
  for (let line = ''; line !== 'started';) line = await next()
  child.kill('SIGTERM')

  expect(await exited).toEqual([3, null])
})

test('a command after -- that does not exist is an error with exit code 1', async () => {
  const { child } = await start('--', 'no-such-program-here')
  const [printed] = await Promise.all([text(child.stderr), once(child, 'exit')])

  expect([child.exitCode, printed]).toEqual([
    1,
    expect.stringContaining('Cannot start "no-such-program-here"'),
  ])
})

test('--webhook sends webhooks and logs their result', async () => {
  const backend = createServer((request, response) => {
    response.writeHead(request.headers['x-uc-signature'] === undefined ? 401 : 204).end()
  })
  await new Promise<void>((resolve) => backend.listen(0, '127.0.0.1', resolve))
  const target = `http://127.0.0.1:${(backend.address() as AddressInfo).port}/webhook`
  const options = ['--insecure', '--webhook', target, '--webhook-secret', '7kMVZivndx0ErgvhRKAr']
  const { url, next } = await start(...options)
  await next()
  await next()
  const body = new FormData()
  body.append('UPLOADCARE_PUB_KEY', 'demopublickey')
  body.append('UPLOADCARE_STORE', '0')
  body.append('file', new Blob(['meow']), 'cat.txt')
  await fetch(`${url}/base/`, { method: 'POST', body })

  const lines = [await next(), await next()].sort((a, b) => a.length - b.length)
  expect(lines[0]).toMatch(/ POST \/base\/ 200$/)
  expect(lines[1]?.slice(9)).toBe(`POST ${target} 204 file.uploaded`)
  backend.close()
})

test.each([
  [['--webhook-secret', 'x'], '--webhook-secret requires --webhook'],
  [['--nonsense'], 'unknown option'],
  [['--webhook'], 'argument missing'],
  [['--webhook', 'nowhere'], 'must be an http or https URL'],
  [['--project', 'mykey'], 'publickey:secretkey'],
  [['--port', '99999'], '0 to 65535'],
  [['--certificate', 'x.pem'], '--certificate requires --https'],
  [['--ready-after', '1', '--ready-after-polls', '1'], 'exclude each other'],
  [['--public-url', 'example.com'], '"publicUrl" must be an http or https URL'],
])('%o is rejected with one line', async (options, message) => {
  const failed = promisify(execFile)(process.execPath, [COMMAND, ...options])

  await expect(failed).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining(message) as unknown })
})

test('--https serves HTTPS and --certificate writes its certificate', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'certificate-'))
  const file = path.join(folder, 'emulator.pem')
  const { child, url } = await start('--https', '--certificate', file)
  expect(url).toMatch(/^https:/)
  expect(new X509Certificate(await readFile(file)).checkIP('127.0.0.1')).toBe('127.0.0.1')
  child.kill('SIGINT')
  await once(child, 'exit')
  await rm(folder, { recursive: true })
})

test('--public-url, --ready-after-polls and --max-age set the options of the emulator', async () => {
  const publicUrl = 'https://emulator.example.com'
  const { url } = await start(
    '--insecure',
    ...['--public-url', publicUrl],
    ...['--ready-after-polls', '1'],
    '--max-age',
    '60',
  )
  const body = new FormData()
  body.append('UPLOADCARE_PUB_KEY', 'demopublickey')
  body.append('file', new Blob(['meow']), 'cat.txt')
  const uploaded = await fetch(`${url}/base/`, { method: 'POST', body })
  expect(uploaded.headers.get('Access-Control-Max-Age')).toBe('60')
  const { file } = (await uploaded.json()) as { file: string }
  const infos = []
  for (let poll = 0; poll < 2; poll++) {
    const response = await fetch(`${url}/info/?pub_key=demopublickey&file_id=${file}`)
    infos.push(((await response.json()) as { is_ready: boolean }).is_ready)
  }
  expect(infos).toEqual([false, true])
  const group = new URLSearchParams({ pub_key: 'demopublickey', 'files[0]': file })
  const grouped = await fetch(`${url}/group/`, { method: 'POST', body: group })
  expect(((await grouped.json()) as { cdn_url: string }).cdn_url.startsWith(publicUrl)).toBe(true)
})

test('a port in use is reported in one line', async () => {
  const { url } = await start()
  const port = new URL(url).port
  const failed = promisify(execFile)(process.execPath, [COMMAND, '--port', port])

  await expect(failed).rejects.toMatchObject({
    code: 1,
    stderr: `error: Port ${port} on 127.0.0.1 is in use. Choose another port, or 0 for a free one.\n`,
  })
})
