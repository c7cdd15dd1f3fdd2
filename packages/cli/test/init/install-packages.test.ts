import { describe, expect, it } from 'vitest'
import { runCli } from '../run-cli.js'
import { createApp, NEXT_APP, type TestApp } from './create-app.js'

interface Started {
  words: readonly string[]
  directory: string
  env: Readonly<Record<string, string>>
}

async function initApp(app: TestApp, env: Record<string, string> = {}, exitCode: number | undefined = 0) {
  const started: Started[] = []
  const run = await runCli(['init', '--directory', app.directory, '--yes'], {
    env,
    run: (words, options) => {
      started.push({ words, ...options })
      return Promise.resolve(exitCode)
    },
  })
  return { ...run, started }
}

describe('the installation of "init"', () => {
  it.each([
    ['package-lock.json', 'npm install', 'npm run dev'],
    ['pnpm-lock.yaml', 'pnpm install --no-frozen-lockfile', 'pnpm run dev'],
    ['yarn.lock', 'yarn install', 'yarn run dev'],
    ['bun.lock', 'bun install', 'bun run dev'],
    ['bun.lockb', 'bun install', 'bun run dev'],
  ])('uses the package manager of %s', async (lockfile, install, dev) => {
    const app = createApp(NEXT_APP, { [lockfile]: '' })
    const { started } = await initApp(app, { npm_config_user_agent: 'npm/11.0.0 node/v20' })

    expect(started.map(({ words }) => words.join(' '))).toEqual([install])
    expect(started[0]?.directory).toBe(app.directory)
    expect(app.read('package.json')).toContain(`secure-uploading-emulator --port 0 -- ${dev}`)
  })

  it.each(['pnpm@10.34.9', 'yarn@4.9.0', 'bun@1.3.0', 'npm@11.0.0'])(
    'uses %s of "packageManager"',
    async (packageManager) => {
      const { started } = await initApp(createApp({ ...NEXT_APP, packageManager }))

      expect(started[0]?.words[0]).toBe(packageManager.split('@')[0])
    },
  )

  it('uses the package manager that runs it when the project names none', async () => {
    const { started } = await initApp(createApp(NEXT_APP), {
      npm_config_user_agent: 'pnpm/10.34.9 npm/? node/v20',
    })

    expect(started[0]?.words[0]).toBe('pnpm')
  })

  it('finds the lockfile of a workspace above the app', async () => {
    const workspace = createApp({ workspaces: ['apps/*'] }, { 'yarn.lock': '' })
    workspace.write('apps/web/package.json', JSON.stringify(NEXT_APP))
    const { started } = await initApp({ ...workspace, directory: `${workspace.directory}/apps/web` })

    expect(started[0]?.words).toEqual(['yarn', 'install'])
    // In CI yarn refuses to change the lockfile.
    expect(started[0]?.env).toEqual({ YARN_ENABLE_IMMUTABLE_INSTALLS: 'false' })
  })

  it.each([1, undefined])(
    'exits with 1 and says what to run when the installation ends with %s',
    async (exitCode) => {
      const app = createApp(NEXT_APP)
      const { code, stderr } = await initApp(app, {}, exitCode ?? NaN)

      expect(code).toBe(1)
      expect(stderr).toContain('The files are written. Correct what is reported above, then run: npm install')
      expect(app.read('package.json')).toContain('@secure-uploading/next')
    },
  )

  it('installs nothing when package.json lists everything', async () => {
    const app = createApp(NEXT_APP)
    await initApp(app)

    expect((await initApp(app)).started).toEqual([])
  })
})
