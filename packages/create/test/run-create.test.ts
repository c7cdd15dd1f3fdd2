import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import { runCreate, type CreateEnvironment } from '../src/run-create.js'
import { TEMPLATES } from '../src/templates.js'

const PACKAGE = path.resolve(import.meta.dirname, '..')
const CLI = path.resolve(PACKAGE, 'node_modules/@secure-uploading/cli/bin/secure-uploading.js')
const { version } = JSON.parse(readFileSync(path.join(PACKAGE, 'package.json'), 'utf8')) as {
  version: string
}
const NAMES = Object.keys(TEMPLATES)

async function run(words: string[], environment: Partial<CreateEnvironment> = {}) {
  const directory = mkdtempSync(path.join(tmpdir(), 'create-'))
  onTestFinished(() => {
    rmSync(directory, { recursive: true })
  })
  const output = { stdout: '', stderr: '' }
  const code = await runCreate(words, {
    env: {},
    directory,
    print: (text) => (output.stdout += text),
    printError: (text) => (output.stderr += text),
    ask: undefined,
    ...environment,
  })
  const read = (file: string): string =>
    readFileSync(path.join(environment.directory ?? directory, file), 'utf8')
  return { code, directory: environment.directory ?? directory, read, ...output }
}

describe('the command "create"', () => {
  it.each(NAMES)('creates a project from the template %s', async (template) => {
    const { code, read, stdout } = await run(['My App', '--template', template])
    const manifest = JSON.parse(read('My App/package.json')) as {
      name: string
      dependencies: Record<string, string>
    }

    expect(code).toBe(0)
    expect(manifest.name).toBe('my-app')
    expect(read('My App/.gitignore')).toMatch(/^\.env$/m)
    expect(read('My App/.env.example')).toContain('UPLOADCARE_SECRET_KEY=\n')
    const ours = Object.entries(manifest.dependencies).filter(([name]) =>
      name.startsWith('@secure-uploading/'),
    )
    expect(new Set(ours.map(([, range]) => range))).toEqual(new Set([`^${version}`]))
    expect(stdout).toContain('cd "My App"\n  npm install\n  npm run dev:uploads')
  })

  it.each(NAMES)('names the existing endpoint and page of the template %s', async (template) => {
    const { directory, stdout } = await run(['app', '-t', template])
    const endpoint = /edit "authorize" in (\S+):/.exec(stdout)?.[1] ?? 'no endpoint'

    expect(existsSync(path.join(directory, 'app', endpoint))).toBe(true)
  })

  it.each(NAMES)('creates from %s what init creates, so that init changes nothing', async (template) => {
    const { directory } = await run(['app', '--template', template])
    const words = ['init', '--directory', path.join(directory, 'app'), '--dry-run', '--json']
    const env = { PATH: process.env['PATH'] }
    const { stdout } = await promisify(execFile)(process.execPath, [CLI, ...words], { env })
    const { changes } = JSON.parse(stdout) as { changes: { path: string; kind: string }[] }

    expect(changes.filter(({ kind }) => kind !== 'unchanged')).toEqual([])
  })

  it('uses the package manager that runs it', async () => {
    const { stdout, read } = await run(['app', '-t', 'next'], {
      env: { npm_config_user_agent: 'pnpm/10.0.0 node/v20' },
    })

    expect(stdout).toContain('pnpm install')
    expect(read('app/package.json')).toContain('secure-uploading-emulator --port 0 -- pnpm run dev')
  })

  it('accepts an option that npm has taken, without "--"', async () => {
    const { code, read } = await run(['app', 'express'], { env: { npm_config_template: 'express' } })

    expect(code).toBe(0)
    expect(read('app/server.ts')).toContain('express()')
  })

  it.each([
    [['app'], 'Pass the template'],
    [[], 'Pass the folder'],
    [['app', '--template', 'rails'], 'Unknown template "rails". Expected one of: next, express, sveltekit.'],
    [['app', 'other', '--template', 'next'], 'Expected one folder, got 2.'],
    [['app', '--tmeplate', 'next'], '--tmeplate'],
  ])('refuses %o with a usage error, and writes nothing', async (words, message) => {
    const { code, stderr, directory } = await run(words)

    expect([code, stderr]).toEqual([2, expect.stringContaining(message)])
    expect(existsSync(path.join(directory, 'app'))).toBe(false)
  })

  it('refuses a folder with files', async () => {
    const { directory } = await run(['--help'])
    mkdirSync(path.join(directory, 'app'), { recursive: true })
    writeFileSync(path.join(directory, 'app/notes.txt'), '')
    const { code, stderr } = await run(['app', '-t', 'next'], { directory })

    expect([code, stderr]).toEqual([2, expect.stringContaining('is not empty')])
    expect(existsSync(path.join(directory, 'app/package.json'))).toBe(false)
  })

  it('uses the current folder for ".", also with a repository in it', async () => {
    const { directory } = await run(['--help'])
    mkdirSync(path.join(directory, '.git'), { recursive: true })
    const { code, read } = await run(['.', '-t', 'sveltekit'], { directory })

    expect(code).toBe(0)
    expect(read('package.json')).toContain('@sveltejs/kit')
  })

  it('asks for the folder and the template', async () => {
    const answers = ['shop', 'express']
    const { code, read } = await run([], { ask: () => Promise.resolve(answers.shift()) })

    expect(code).toBe(0)
    expect(read('shop/package.json')).toContain('"express"')
  })

  it('uses the presets for empty answers', async () => {
    const { read } = await run([], { ask: () => Promise.resolve('') })

    expect(read('uploads/package.json')).toContain('"next"')
  })

  it.each([[[]], [['app']]])('exits with 130 and writes nothing after Ctrl-C: %o', async (words) => {
    const { code, directory } = await run(words, { ask: () => Promise.resolve(undefined) })

    expect([code, existsSync(path.join(directory, 'app'))]).toEqual([130, false])
  })

  it('prints the help and the version', async () => {
    expect((await run(['--help'])).stdout).toContain('npm create @secure-uploading my-app -- --template next')
    expect((await run(['--version'])).stdout).toBe(version)
  })
})
