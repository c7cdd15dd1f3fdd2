import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { runCli } from '../run-cli.js'
import { createApp, EXPRESS_APP, EXPRESS_SERVER, NEXT_APP } from './create-app.js'

const NEXT_FILES = { 'app/page.tsx': 'export default () => null', 'tsconfig.json': '{}' }

interface JsonReport {
  framework: string | null
  packageManager: string
  written: boolean
  installed: boolean
  changes: { path: string; kind: string; diff?: string; reason?: string }[]
  steps: string[]
}

const initAsJson = async (directory: string, ...words: string[]): Promise<JsonReport> => {
  const { stdout } = await runCli(['init', '--directory', directory, '--json', '--no-install', ...words])
  return JSON.parse(stdout) as JsonReport
}

describe('the command "init"', () => {
  it('writes an endpoint, a component, a page, a script and the names of the keys into a Next app', async () => {
    const app = createApp(NEXT_APP, NEXT_FILES)
    const { code, stdout } = await runCli(['init', '--directory', app.directory, '--yes', '--no-install'])

    expect(code).toBe(0)
    expect(app.read('app/api/upload-token/route.ts')).toContain('createTokenHandler')
    expect(app.read('components/file-upload.tsx')).toMatch(/^'use client'\n/)
    expect(app.has('app/upload/page.tsx')).toBe(true)
    expect(app.read('.env.example')).toContain('UPLOADCARE_SECRET_KEY=\n')
    expect(JSON.parse(app.read('package.json'))).toMatchObject({
      scripts: { dev: 'next dev', 'dev:uploads': 'secure-uploading-emulator --port 0 -- npm run dev' },
      dependencies: { '@secure-uploading/next': expect.stringMatching(/^\^\d/) as string },
    })
    expect(stdout).toContain('+++ b/app/api/upload-token/route.ts')
    expect(stdout).toContain('Edit "authorize" in app/api/upload-token/route.ts')
  })

  it('changes nothing when it runs again', async () => {
    const app = createApp(NEXT_APP, NEXT_FILES)
    await initAsJson(app.directory, '--yes')
    const before = app.read('package.json')
    const { changes, written } = await initAsJson(app.directory, '--yes')

    expect(written).toBe(false)
    expect(new Set(changes.map(({ kind }) => kind))).toEqual(new Set(['unchanged']))
    expect(app.read('package.json')).toBe(before)
  })

  it('leaves a file with other content alone, and reports it', async () => {
    const app = createApp(NEXT_APP, { ...NEXT_FILES, 'app/api/upload-token/route.ts': '// mine\n' })
    const { code, stdout } = await runCli(['init', '--directory', app.directory, '--yes', '--no-install'])

    expect(code).toBe(0)
    expect(app.read('app/api/upload-token/route.ts')).toBe('// mine\n')
    expect(stdout).toContain('! app/api/upload-token/route.ts is left alone. It exists with other content.')
    expect(app.has('components/file-upload.tsx')).toBe(true)
  })

  it('accepts its own files with the line endings of Windows', async () => {
    const app = createApp(NEXT_APP, NEXT_FILES)
    await initAsJson(app.directory, '--yes')
    const route = 'app/api/upload-token/route.ts'
    app.write(route, app.read(route).replaceAll('\n', '\r\n'))

    expect((await initAsJson(app.directory, '--yes')).changes.find(({ path }) => path === route)?.kind).toBe(
      'unchanged',
    )
  })

  it('writes nothing with --dry-run, and shows the same changes', async () => {
    const app = createApp(NEXT_APP, NEXT_FILES)
    const before = readdirSync(app.directory, { recursive: true })
    const dry = await initAsJson(app.directory, '--dry-run')
    expect(readdirSync(app.directory, { recursive: true })).toEqual(before)

    expect(dry.written).toBe(false)
    expect((await initAsJson(app.directory, '--yes')).changes).toEqual(dry.changes)
  })

  it('prints only JSON on stdout with --json', async () => {
    const app = createApp(NEXT_APP, NEXT_FILES)
    const report = await initAsJson(app.directory, '--yes')

    expect(report).toMatchObject({
      framework: 'next-app',
      packageManager: 'npm',
      written: true,
      installed: false,
    })
    expect(
      report.changes.every(({ kind, diff }) => kind !== 'create' || diff?.startsWith('--- /dev/null\n')),
    ).toBe(true)
  })

  it.each([[['init']], [['init', '--json']]])(
    'refuses %o without a terminal, and says what to do',
    async (words) => {
      const app = createApp(NEXT_APP, NEXT_FILES)
      const { code, stdout, stderr } = await runCli([...words, '--directory', app.directory])

      expect([code, stdout]).toEqual([2, ''])
      expect(stderr).toContain('Pass --yes to write without a question, or --dry-run')
    },
  )

  it.each([
    ['y', true],
    ['', true],
    ['Yes', true],
    ['n', false],
    ['what?', false],
  ])('asks before it writes: %j', async (answer, isWritten) => {
    const app = createApp(NEXT_APP, NEXT_FILES)
    const ask = (): Promise<string> => Promise.resolve(answer)
    const { code } = await runCli(['init', '--directory', app.directory, '--no-install'], { ask })

    expect(code).toBe(0)
    expect(app.has('components/file-upload.tsx')).toBe(isWritten)
  })

  it('exits with 130 and writes nothing after Ctrl-C at the question', async () => {
    const app = createApp(NEXT_APP, NEXT_FILES)
    const ask = (): Promise<undefined> => Promise.resolve(undefined)
    const { code } = await runCli(['init', '--directory', app.directory], { ask })

    expect([code, app.has('components/file-upload.tsx')]).toEqual([130, false])
  })

  it('prints the steps for an unknown framework, writes nothing, and exits with 0', async () => {
    const app = createApp({ dependencies: { koa: '3.0.0' } })
    const { code, stdout } = await runCli(['init', '--directory', app.directory, '--yes'])

    expect(code).toBe(0)
    expect(stdout).toContain('createTokenHandler')
    expect(readdirSync(app.directory).toSorted()).toEqual(['.git', 'package.json'])
  })

  it('prints the step to mount the endpoint when no server entry is found, and exits with 0', async () => {
    const app = createApp(EXPRESS_APP)
    const { code, stdout } = await runCli(['init', '--directory', app.directory, '--yes', '--no-install'])

    expect(code).toBe(0)
    expect(stdout).toContain("app.all('/api/upload-token', uploadToken)")
  })

  it.each([
    ['a folder without package.json', undefined, 'There is no package.json'],
    ['an invalid package.json', '{ "name": ', 'is not valid JSON'],
    ['the root of a workspace', '{ "workspaces": ["apps/*"] }', 'is the root of a workspace'],
  ])('refuses %s with a usage error', async (_name, manifest, message) => {
    const app = createApp({})
    if (manifest === undefined) app.write('inner/file.txt', '')
    else app.write('inner/package.json', manifest)
    const { code, stderr } = await runCli(['init', '--directory', `${app.directory}/inner`, '--yes'])

    expect([code, stderr]).toEqual([2, expect.stringContaining(message)])
  })

  it('uses the framework that --framework names', async () => {
    const app = createApp(
      { dependencies: { next: '16.0.0', express: '5.0.0' } },
      { 'server.js': EXPRESS_SERVER },
    )

    expect((await initAsJson(app.directory, '--dry-run')).framework).toBe('next-pages')
    expect((await initAsJson(app.directory, '--dry-run', '--framework', 'express')).framework).toBe('express')
  })

  it('never generates an endpoint that is open', async () => {
    const manifests = [
      NEXT_APP,
      EXPRESS_APP,
      ...['@sveltejs/kit', 'nuxt', 'astro', 'fastify', 'hono', 'sst'].map(dependsOn),
    ]
    for (const manifest of manifests) {
      const { changes } = await initAsJson(createApp(manifest).directory, '--dry-run')
      const endpoint = changes.find(({ path }) => path.includes('upload-token'))
      expect(endpoint?.diff).toMatch(
        /UPLOADCARE_EMULATOR_URL['")]* (?:&& process\.env\.NODE_ENV !== 'production' )?\? \{ subject: 'demo-user' \} : null/,
      )
      expect(endpoint?.diff).toContain('TODO: decide who may upload')
      expect(endpoint?.diff).not.toContain("'anyone'")
    }
  })
})

const dependsOn = (name: string): object => ({ dependencies: { [name]: '1.0.0' } })
