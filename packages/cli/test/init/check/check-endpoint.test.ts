import { createTokenHandler } from '@secure-uploading/express'
import { describe, expect, it } from 'vitest'
import { checkEndpoint, type CheckOptions } from '../../../src/init/check/check-endpoint.js'
import type { EndpointCheck } from '../../../src/init/check/endpoint-check.js'
import type { CliOptions, CliRun } from '../../cli-run.js'
import { startApp } from '../../doctor/start-app.js'
import { runCli } from '../../run-cli.js'
import { createApp, EXPRESS_APP, NEXT_APP, type TestApp } from '../create-app.js'
import { fakeApp } from './start-fake-app.js'

const KEYS = { publicKey: 'demopublickey', secretKey: 'demosecretkey' }
const demoUser = createTokenHandler({ ...KEYS, authorize: () => ({ subject: 'demo-user' }) })

const nextApp = (): TestApp => createApp(NEXT_APP, { 'app/page.js': '' })
const serve = (endpoint = demoUser): Promise<URL> => startApp((app) => app.all('/api/upload-token', endpoint))
const installs: CliOptions['run'] = () => Promise.resolve(0)

const init = (app: TestApp, options: CliOptions, ...words: string[]): Promise<CliRun> =>
  runCli(['init', '--directory', app.directory, ...words], { run: installs, ...options })

describe('the check of the endpoint after "init"', () => {
  it('starts the app beside the emulator, prints what the doctor finds, and ends the app', async () => {
    const url = await serve()
    const app = fakeApp(`ready on ${url.origin}`)
    const { code, stdout } = await init(nextApp(), { start: app.start }, '--yes')

    expect([code, app.started, app.stopped]).toEqual([0, ['npm run dev:uploads'], 1])
    expect(stdout).toContain(`The doctor checked ${url.href}, beside the emulator:`)
    expect(stdout).toContain("✓ signs with the project's secret key")
    expect(stdout).toContain('- who may upload not checked: beside the emulator, the demo user may')
    expect(stdout).toContain('0 errors, 0 warnings')
    expect(stdout.indexOf('0 errors')).toBeLessThan(stdout.indexOf('Next steps:'))
  })

  it('runs the script with the package manager of the app', async () => {
    const url = await serve()
    const app = fakeApp(url.origin)
    await init(
      createApp(NEXT_APP, { 'app/page.js': '', 'pnpm-lock.yaml': '' }),
      { start: app.start },
      '--yes',
    )

    expect(app.started).toEqual(['pnpm run dev:uploads'])
  })

  it('exits with 1 when the doctor finds errors', async () => {
    const url = await serve((_request, response) => {
      response.json({ publicKey: 'demopublickey', secureSignature: 'wrong', secureExpire: '1' })
    })
    const app = fakeApp(url.origin)
    const { code, stdout } = await init(nextApp(), { start: app.start }, '--yes')

    expect([code, app.stopped]).toEqual([1, 1])
    expect(stdout).toContain('✗')
  })

  it('reports who may upload once "authorize" is edited', async () => {
    const url = await serve(createTokenHandler({ ...KEYS, authorize: () => null }))
    const app = fakeApp(url.origin)
    const { code, stdout } = await init(nextApp(), { start: app.start }, '--yes')

    expect(code).toBe(0)
    expect(stdout).toContain('✓ rejects requests without a session (401)')
  })

  it('adds the result of the doctor to the JSON', async () => {
    const url = await serve()
    const app = fakeApp(url.origin)
    const { stdout } = await init(nextApp(), { start: app.start }, '--yes', '--json')
    const report = JSON.parse(stdout) as { doctor: { findings: object[] } }

    expect(report.doctor).toMatchObject({ status: 'checked', url: url.href, summary: { failure: 0 } })
    expect(report.doctor.findings).toContainEqual(
      expect.objectContaining({ check: 'signature', level: 'fine' }),
    )
  })

  it.each([
    [{ code: 1 }, '"npm run dev:uploads" ended with code 1 before its endpoint answered'],
    [{ code: undefined }, '"npm run dev:uploads" could not be started'],
  ])('reports an app that does not start (%o), with its last lines', async (exitCode, message) => {
    const lines = Array.from({ length: 30 }, (_, index) => `line ${String(index)}`)
    const app = fakeApp([...lines, 'Error: listen EADDRINUSE'].join('\n'), exitCode)
    const { code, stdout, stderr } = await init(nextApp(), { start: app.start }, '--yes')

    expect([code, app.stopped]).toEqual([1, 1])
    expect(stderr).toContain(`error: The endpoint was not checked: ${message}`)
    expect(stderr).toContain('Its last lines:\n  line 11\n')
    expect(stderr).toContain('  Error: listen EADDRINUSE\n')
    expect(stdout).toContain('npx @secure-uploading/cli doctor http://localhost:3000/api/upload-token')
  })

  it('adds the failure to start to the JSON', async () => {
    const app = fakeApp('Error: no such module', { code: 1 })
    const { code, stdout } = await init(nextApp(), { start: app.start }, '--yes', '--json')
    const report = JSON.parse(stdout) as { written: boolean; doctor: object }

    expect([code, report.written]).toEqual([1, true])
    expect(report.doctor).toMatchObject({ status: 'failed', output: 'Error: no such module' })
  })

  it('ends the app and exits with 130 after Ctrl-C', async () => {
    const app = fakeApp('')
    let interrupt: () => void
    const interruptWhen = new Promise<void>((resolve) => (interrupt = resolve))
    const { code, stdout } = await init(
      nextApp(),
      {
        interruptWhen,
        start(...call) {
          interrupt()
          return app.start(...call)
        },
      },
      '--yes',
    )

    expect([code, app.stopped]).toEqual([130, 1])
    expect(stdout).toContain('Next steps:')
  })

  it.each([
    ['--dry-run', 'nothing is started with --dry-run'],
    ['--no-doctor', '--no-doctor'],
    ['--no-install', 'the packages are not installed'],
  ])('starts nothing with %s', async (word, reason) => {
    const { code, stdout } = await init(nextApp(), {}, '--yes', '--json', word)
    const { doctor } = JSON.parse(stdout) as { doctor: object }

    expect([code, doctor]).toEqual([0, { status: 'skipped', reason }])
  })

  it('starts nothing when the packages cannot be installed', async () => {
    const { code, stdout } = await init(nextApp(), { run: () => Promise.resolve(1) }, '--yes', '--json')
    const { doctor } = JSON.parse(stdout) as { doctor: object }

    expect([code, doctor]).toEqual([1, { status: 'skipped', reason: 'the packages are not installed' }])
  })

  it.each([
    ['Fastify', createFastify],
    ['Express without a server that init finds', () => createApp(EXPRESS_APP)],
  ])('prints the command of the doctor for %s, and starts nothing', async (_name, create) => {
    const { code, stdout } = await init(create(), {}, '--yes')

    expect(code).toBe(0)
    expect(stdout).toContain('npx @secure-uploading/cli doctor http://localhost:3000/api/upload-token')
  })

  it('asks before it starts the app when nothing else is left to do', async () => {
    const app = nextApp()
    await init(app, {}, '--yes', '--no-doctor')
    app.write('node_modules/@secure-uploading/emulator/package.json', '{ "name": "emulator" }')
    const questions: string[] = []
    const { code, stdout } = await init(app, {
      ask(question) {
        questions.push(question)
        return Promise.resolve('n')
      },
    })

    expect([code, questions]).toEqual([0, ['Start the app once to check its endpoint? [Y/n] ']])
    expect(stdout).toContain('Nothing was started.')
  })

  it('names everything that it is going to do in its question', async () => {
    const questions: string[] = []
    await init(nextApp(), {
      ask(question) {
        questions.push(question)
        return Promise.resolve('n')
      },
    })

    expect(questions).toEqual([
      'Write these changes, install the packages and start the app once to check its endpoint? [Y/n] ',
    ])
  })
})

describe('checkEndpoint', () => {
  const occupied = async (): Promise<string> =>
    (await serve(createTokenHandler({ ...KEYS, authorize: 'anyone' }))).origin
  const check = (
    origin: string,
    output: string,
    options: Partial<CheckOptions> = {},
  ): Promise<EndpointCheck> => {
    const addresses = { path: '/api/upload-token', pageOrigin: origin, serverOrigin: origin }
    const plan = { script: 'dev:uploads', addresses }
    return checkEndpoint(
      { plan, words: ['npm', 'run', 'dev:uploads'], directory: '.', ...options },
      { onInterrupt: () => () => undefined, start: fakeApp(output).start },
    )
  }

  it('gives up at its time limit, and names the program that has the port', async () => {
    const origin = await occupied()
    const result = await check(origin, 'starting…', { limit: AbortSignal.abort() })

    expect(result).toEqual({
      status: 'failed',
      message: `"npm run dev:uploads" started no endpoint at /api/upload-token within 120 s. Before the start, another program answered at ${origin}`,
      output: 'starting…',
    })
  })

  it('checks the app at the port that it has chosen when its usual port is in use', async () => {
    const [usual, chosen] = [await occupied(), await serve()]

    expect(await check(usual, `using ${chosen.origin}`)).toMatchObject({
      status: 'checked',
      url: chosen.href,
    })
  })
})

function createFastify(): TestApp {
  return createApp({ dependencies: { fastify: '5.0.0' }, scripts: { dev: 'node server.js' } })
}
