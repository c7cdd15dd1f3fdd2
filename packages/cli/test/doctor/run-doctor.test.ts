import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createTokenHandler } from '@secure-uploading/express'
import { describe, afterAll, beforeAll, expect, it } from 'vitest'
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

describe('secure-uploading doctor', () => {
  it('lists passed checks, and exits with 0', async () => {
    const url = await start()
    const { code, stdout, stderr } = await runCli(['doctor', url.href, ...signedIn], { env })

    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^✓ is on localhost/)
    expect(stdout).toMatch(/\n0 errors, 0 warnings, 16 passed\n$/)
  })

  it('prints the remedy of an error, and exits with 1', async () => {
    const url = await startApp((app) =>
      app.all('/api/upload-token', carelessEndpoint({ isAllowed: () => true })),
    )
    const { code, stdout } = await runCli(['doctor', url.href, ...signedIn], { env })

    expect(code).toBe(1)
    expect(stdout).toMatch(/\n✗ issues tokens without a session.+\n {2}→ Check the user in "authorize"/)
  })

  it('fails for warnings only with --strict', async () => {
    const url = await start(30)
    const words = ['doctor', url.href, ...signedIn]

    expect(await runCli(words, { env })).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('! issues tokens') as unknown,
    })
    expect(await runCli([...words, '--strict'], { env })).toMatchObject({ code: 1 })
  })

  it('lists the checks that it skips without a session in one entry, with the remedy', async () => {
    const url = await start()
    const { code, stdout } = await runCli(['doctor', url.href], { env })

    expect(code).toBe(0)
    expect(stdout).toMatch(
      /\n- rejects requests without a session \(401\), so these checks were skipped: answer, cross-site, cors, host, cache, .+\n {2}→ Pass a session: --cookie .+ --header .+ pass --strict\.\n/,
    )
    expect(stdout.match(/^- /gm)).toHaveLength(1)
    expect(stdout).toMatch(/, 11 skipped\n$/)
    expect(await runCli(['doctor', url.href, '--strict'], { env })).toMatchObject({ code: 1 })
  })

  it.each([307, 308])(
    'follows a %i to a trailing slash with the session, and names the final URL',
    async (status) => {
      const url = await startApp((app) => {
        app.enable('strict routing')
        app.all('/api/upload-token', (_request, response) =>
          response.redirect(status, '/api/upload-token/?key=hunter2'),
        )
        app.all('/api/upload-token/', carelessEndpoint())
      })
      const { code, stdout } = await runCli(['doctor', url.href, ...signedIn], { env })

      expect(code).toBe(0)
      expect(stdout).toContain(
        `! redirects to ${url.href}/, where the other checks continue\n  → Use that URL`,
      )
      expect(stdout).toContain("✓ returns a token to a page's POST (200)")
      expect(stdout).not.toContain('hunter2')
    },
  )

  it('does not follow a redirect to another host, where the session would leak', async () => {
    let requests = 0
    const other = await startApp((app) =>
      app.all('/api/upload-token', (_request, response) => {
        requests++
        response.sendStatus(401)
      }),
    )
    const url = await startApp((app) =>
      app.all('/api/upload-token', (_request, response) => response.redirect(308, other.href)),
    )
    const { code, stdout } = await runCli(['doctor', url.href, ...signedIn], { env })

    expect(code).toBe(1)
    expect(stdout).toContain(
      `✗ redirects (308) to ${other.href}, which clients cannot follow\n  → If it is a sign-in page`,
    )
    expect(requests).toBe(0)
  })

  it.each([
    ['https://app.example', 'Add "https://app.example" to "allowedOrigins".'],
    [undefined, 'If the backend is behind a proxy, set "trustProxy", or add "http://127.0.0.1:'],
  ])('reports a refused origin with its remedy: %s', async (origin, remedy) => {
    const url = await startApp((app) =>
      app.all('/api/upload-token', (request, response, next) => {
        if (request.get('origin') === undefined) return carelessEndpoint()(request, response, next)
        return void response.status(403).json({ error: { code: 'ERR_FORBIDDEN' } })
      }),
    )
    const words = origin === undefined ? [] : ['--origin', origin]
    for (const session of [[], signedIn]) {
      const { code, stdout } = await runCli(['doctor', url.href, ...session, ...words], { env })
      expect(code).toBe(1)
      expect(stdout).toContain(`✗ refuses the origin ${origin ?? url.origin} (403)\n  → ${remedy}`)
    }
  })

  it('reports a placeholder key of the endpoint with its remedy', async () => {
    const url = await startApp((app) =>
      app.all('/api/upload-token', carelessEndpoint({ secretKey: 'YOUR_SECRET_KEY' })),
    )
    const { stdout } = await runCli(['doctor', url.href, ...signedIn], { env })

    expect(stdout).toMatch(
      /✗ signs with a well-known placeholder key.+\n {2}→ In the environment of the backend, set UPLOADCARE_SECRET_KEY/,
    )
  })

  it('reports a placeholder as the local key, instead of blaming the endpoint', async () => {
    const url = await startApp((app) => app.all('/api/upload-token', carelessEndpoint()))
    const local = { env: { ...env, UPLOADCARE_SECRET_KEY: 'YOUR_SECRET_KEY' } }
    const { code, stdout } = await runCli(['doctor', url.href, ...signedIn], local)

    expect(code).toBe(0)
    expect(stdout).toContain(
      '! signature not checked: the secret key to check with is a well-known placeholder\n  → Set UPLOADCARE_SECRET_KEY',
    )
  })

  it('prints JSON without the query of the URL', async () => {
    const url = await start()
    const { code, stdout } = await runCli(['doctor', `${url.href}?key=hunter2`, '--json'], { env })

    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      url: url.href,
      summary: { failure: 0, warning: 0, unchecked: 11 },
      findings: expect.arrayContaining([
        { check: 'method', level: 'fine', message: 'rejects GET (405)' },
      ]) as unknown,
    })
    expect(stdout).not.toContain('hunter2')
  })

  it('reports places in built files, but not the secret', async () => {
    await writeFile(path.join(folder, 'app.js'), `\n\nkey="${SECRET_KEY}"`)
    const { code, stdout, stderr } = await runCli(['doctor', '--bundle', folder], { env })

    expect(code).toBe(1)
    expect(stdout).toContain('✗ browser files contain the secret key\n    app.js:3:6\n')
    expect(stdout + stderr).not.toContain(SECRET_KEY)
  })

  it('fails with --strict if the secret key to search for is unknown', async () => {
    await writeFile(path.join(folder, 'app.js'), `key="${SECRET_KEY}"`)
    const words = ['doctor', '--bundle', folder]
    const without = { env: { ...env, UPLOADCARE_SECRET_KEY: '' } }

    expect(await runCli(words, without)).toMatchObject({ code: 0 })
    expect(await runCli([...words, '--strict'], without)).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('1 skipped') as unknown,
    })
  })

  it('never prints a secret, a cookie or a signature, even if the endpoint returns it', async () => {
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

  it('replaces control characters from the endpoint', async () => {
    const headers = { 'Cache-Control': 'public, \u009b31m\u009d0;owned' }
    const url = await startApp((app) => app.all('/api/upload-token', carelessEndpoint({ headers })))
    for (const how of [[], ['--json']]) {
      const { stdout } = await runCli(['doctor', url.href, ...signedIn, ...how], { env })
      expect(stdout).toContain('allows caches to store tokens (public')
      expect(stdout).not.toMatch(/[\u0080-\u009f]/)
    }
  })

  it.each([
    [[], 'Pass the URL'],
    [['/api/upload-token'], 'absolute URL'],
    [['https://user:hunter2@app.example/'], 'a password'],
    [['https://app.example/', '--cookie', 'session=hunter2'], 'on the command line'],
    [['https://app.example/', '--header', 'Authorization: hunter2'], 'on the command line'],
    [['https://app.example/', '--header', 'X: $MISSING'], 'references $MISSING, which is not set'],
    [['https://app.example/', '--origin', 'app.example'], '--origin must be'],
    [['--bundle', '/nowhere/at/all'], 'Directory not found'],
    [['--timeout', 'soon', 'https://app.example/'], '30m'],
    [['--timeout', '30d', 'https://app.example/'], 'at most 1h'],
    [['--timeout', '60d', 'https://app.example/'], 'at most 1h'],
  ])('rejects %o, and sends no request', async (words, message) => {
    const { code, stdout, stderr } = await runCli(['doctor', ...words], { env })

    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(message)
    expect(stderr).not.toContain('hunter2')
  })
})
