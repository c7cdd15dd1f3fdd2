import { execFile } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, it } from 'vitest'
import { reasonToRefuse } from '../test/server-packages.js'

const fixtures = path.join(import.meta.dirname, '../bundled')
const nextCommand = path.join(
  path.dirname(createRequire(import.meta.url).resolve('next/package.json')),
  'dist/bin/next',
)

afterAll(async () => {
  for (const fixture of ['route', 'client-page']) {
    await rm(path.join(fixtures, fixture, '.next'), { recursive: true, force: true })
  }
})

async function nextBuild(fixture: string): Promise<string> {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [nextCommand, 'build'], {
    cwd: path.join(fixtures, fixture),
    // Neither a key nor a secret.
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
    },
  })
  return stdout + stderr
}

it('Next builds token routes, in Node and at the edge, and a server component without any secret in its environment', async () => {
  const built = await nextBuild('route')
  expect(built).toContain('/api/upload-token')
  expect(built).toContain('/api/at-the-edge')
})

it('Next refuses to put the package into a client component, and says why', async () => {
  await expect(nextBuild('client-page')).rejects.toThrow(reasonToRefuse('@secure-uploading/next'))
})
