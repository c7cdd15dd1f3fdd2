import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'

const here = import.meta.dirname
const packages = path.resolve(here, '../../packages')

/** Each older Next, and how the package is tried with it: a function that gives the results. */
export const nextVersions = {
  'next 14': () => tryWith('next-14'),
  'next 15': () => tryWith('next-15'),
}

async function tryWith(folder) {
  // In the version's own folder, so that everything finds that Next, its React and their types.
  const app = await mkdtemp(path.join(here, folder, '.app-'))
  const run = (file, ...args) => runNode(app, path.join(here, folder, 'node_modules', file), args)
  try {
    await cp(path.join(here, 'next-app'), app, { recursive: true })
    await cp(path.join(here, folder, 'app'), path.join(app, 'app'), { recursive: true })
    for (const name of ['core', 'server', 'next']) await copyPackage(name, app)
    return [
      await resultOf('type-checks the routes of both routers', () =>
        run('typescript/bin/tsc', '--project', '.'),
      ),
      ...(await calls(app)),
      await resultOf('builds them without a secret', () => run('next/dist/bin/next', 'build')),
    ]
  } finally {
    await rm(app, { recursive: true })
  }
}

/** Copies what npm would install. A link would lead to the Next of the workspace. */
async function copyPackage(name, app) {
  const from = path.join(packages, name)
  const to = path.join(app, 'node_modules/@secure-uploading', name)
  for (const part of ['package.json', 'dist']) {
    await cp(path.join(from, part), path.join(to, part), { recursive: true })
  }
}

async function calls(app) {
  const { stdout } = await runNode(app, path.join(app, 'call.mjs'), [])
  return Object.entries(JSON.parse(stdout)).map(([name, holds]) =>
    holds ? { name } : { name, failure: 'it does not' },
  )
}

async function runNode(cwd, file, args) {
  const { UPLOADCARE_SECRET_KEY: _secret, UPLOADCARE_PUBLIC_KEY: _public, ...inherited } = process.env
  const env = { ...inherited, NEXT_TELEMETRY_DISABLED: '1', NEXT_IGNORE_INCORRECT_LOCKFILE: '1' }
  return promisify(execFile)(process.execPath, [file, ...args], { cwd, env, maxBuffer: 2 ** 26 })
}

async function resultOf(name, check) {
  try {
    await check()
    return { name }
  } catch (error) {
    return { name, failure: `${error.stdout ?? ''}${error.stderr ?? error.message}` }
  }
}
