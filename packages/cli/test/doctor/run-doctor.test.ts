import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createTokenHandler } from '@secure-uploading/express'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PUBLIC_KEY, SECRET_KEY } from '../demo-project.js'
import { runCli } from '../run-cli.js'
import { carelessEndpoint, COOKIE } from './careless-endpoint.js'
import { startApp } from './start-app.js'

const env = { UPLOADCARE_SECRET_KEY: SECRET_KEY, UPLOADCARE_PUBLIC_KEY: PUBLIC_KEY, SESSION: COOKIE }
const signedIn = ['--cookie', '$SESSION']

const start = (expiresIn = 1800): Promise<URL> =>
  startApp((app) => {
    const sound = createTokenHandler({
      ...{ publicKey: PUBLIC_KEY, secretKey: SECRET_KEY, expiresIn },
      authorize: (request) => (request.get('cookie') === COOKIE ? { subject: 'user-42' } : null),
    })
    app.all('/api/upload-token', sound)
  })

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'doctor-'))
})
afterAll(() => rm(folder, { recursive: true }))

test('lists what is fine, and answers 0 to the shell', async () => {
  const url = await start()
  const { code, stdout, stderr } = await runCli(['doctor', url.href, ...signedIn], { env })

  expect([code, stderr]).toEqual([0, ''])
  expect(stdout).toMatch(/^✓ is on this machine/)
  expect(stdout).toMatch(/\n0 wrong, 0 doubtful, 15 fine\n$/)
})

test('says what to do about what is wrong, and answers 1', async () => {
  const url = await startApp((app) =>
    app.all('/api/upload-token', carelessEndpoint({ isAllowed: () => true })),
  )
  const { code, stdout } = await runCli(['doctor', url.href, ...signedIn], { env })

  expect(code).toBe(1)
  expect(stdout).toMatch(/\n✗ hands tokens out to anyone who asks.+\n {2}→ Decide in "authorize"/)
})

test('fails for what is doubtful only when it is to be strict', async () => {
  const url = await start(30)
  const words = ['doctor', url.href, ...signedIn]

  expect(await runCli(words, { env })).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('! issues tokens') as unknown,
  })
  expect(await runCli([...words, '--strict'], { env })).toMatchObject({ code: 1 })
})

test('prints JSON for CI, without the query of the address', async () => {
  const url = await start()
  const { code, stdout } = await runCli(['doctor', `${url.href}?key=hunter2`, '--json'], { env })

  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({
    url: url.href,
    summary: { failure: 0, warning: 0, unchecked: 10 },
    findings: expect.arrayContaining([
      { check: 'method', level: 'fine', message: 'refuses a GET (405)' },
    ]) as unknown,
  })
  expect(stdout).not.toContain('hunter2')
})

test('looks into built files, and tells where, but not what', async () => {
  await writeFile(path.join(folder, 'app.js'), `\n\nkey="${SECRET_KEY}"`)
  const { code, stdout, stderr } = await runCli(['doctor', '--bundle', folder], { env })

  expect(code).toBe(1)
  expect(stdout).toContain('✗ the secret key is in files that browsers are sent\n    app.js:3:6\n')
  expect(stdout + stderr).not.toContain(SECRET_KEY)
})

test('is not satisfied, when it is strict, with a secret that it was not given to look for', async () => {
  await writeFile(path.join(folder, 'app.js'), `key="${SECRET_KEY}"`)
  const words = ['doctor', '--bundle', folder]
  const without = { env: { ...env, UPLOADCARE_SECRET_KEY: '' } }

  expect(await runCli(words, without)).toMatchObject({ code: 0 })
  expect(await runCli([...words, '--strict'], without)).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('1 not checked') as unknown,
  })
})

test('never tells a secret, a cookie or a signature, not even when the endpoint does', async () => {
  const url = await startApp((app) => {
    app.all(
      '/api/upload-token',
      carelessEndpoint({ isAllowed: () => true, fields: { publicKey: SECRET_KEY } }),
    )
  })
  for (const how of [[], ['--json']]) {
    const { stdout, stderr } = await runCli(['doctor', url.href, ...signedIn, ...how], { env })
    expect(stdout + stderr).not.toContain(SECRET_KEY)
    expect(stdout + stderr).not.toContain(COOKIE)
    expect(stdout + stderr).not.toMatch(/[0-9a-f]{64}/)
  }
})

test('shows a terminal nothing to obey that an endpoint answers', async () => {
  const headers = { 'Cache-Control': 'public, \u009b31m\u009d0;owned' }
  const url = await startApp((app) => app.all('/api/upload-token', carelessEndpoint({ headers })))
  for (const how of [[], ['--json']]) {
    const { stdout } = await runCli(['doctor', url.href, ...signedIn, ...how], { env })
    expect(stdout).toContain('lets caches keep tokens (public')
    expect(stdout).not.toMatch(/[\u0080-\u009f]/)
  }
})

test.each([
  [[], 'Give the address'],
  [['/api/upload-token'], 'absolute URL'],
  [['https://user:hunter2@app.example/'], 'a password'],
  [['https://app.example/', '--cookie', 'session=hunter2'], 'does not belong on the command line'],
  [['https://app.example/', '--header', 'Authorization: hunter2'], 'does not belong on the command line'],
  [['https://app.example/', '--header', 'X: $NOBODY'], 'asks for $NOBODY'],
  [['https://app.example/', '--origin', 'app.example'], '--origin must be'],
  [['--bundle', '/nowhere/at/all'], 'no such directory'],
  [['--timeout', 'soon', 'https://app.example/'], '30m'],
  [['--timeout', '30d', 'https://app.example/'], 'an hour at most'],
  [['--timeout', '60d', 'https://app.example/'], 'an hour at most'],
])('refuses %o, and asks nobody', async (words, message) => {
  const { code, stdout, stderr } = await runCli(['doctor', ...words], { env })

  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toContain(message)
  expect(stderr).not.toContain('hunter2')
})
