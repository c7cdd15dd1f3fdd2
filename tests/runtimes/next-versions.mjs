import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'

const here = import.meta.dirname
const packages = path.resolve(here, '../../packages')

/**
 * The tests of the Next package with each older version of Next.
 *
 * @type {Record<string, () => Promise<{ name: string, failure?: string }[]>>}
 */
export const nextVersions = {
  'next 14': () => testWith('next-14'),
  'next 15': () => testWith('next-15'),
}

async function testWith(folder) {
  // In the folder of the version, where imports resolve to that Next, its React and their types.
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
      ...(await callEndpoint(app)),
      await resultOf('builds the routes without a secret', () => run('next/dist/bin/next', 'build')),
    ]
  } finally {
    await rm(app, { recursive: true })
  }
}

/** Copies the files that npm would install. In a linked package, imports would resolve to the workspace's Next. */
async function copyPackage(name, app) {
  const from = path.join(packages, name)
  const to = path.join(app, 'node_modules/@secure-uploading', name)
  for (const part of ['package.json', 'dist']) {
    await cp(path.join(from, part), path.join(to, part), { recursive: true })
  }
}

async function callEndpoint(app) {
  const { stdout } = await runNode(app, path.join(app, 'call.mjs'), [])
  return Object.entries(JSON.parse(stdout)).map(([name, holds]) =>
    holds ? { name } : { name, failure: 'unexpected response' },
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
