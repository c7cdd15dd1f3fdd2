import { execFile } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import { refusalMessage } from '../test/server-entries.js'

const fixtures = path.join(import.meta.dirname, '../next-apps')
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
    // No public key and no secret key.
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
    },
  })
  return stdout + stderr
}

describe('next build', () => {
  it('builds token routes for Node and the edge and a server component without secrets in the environment', async () => {
    const built = await nextBuild('route')
    expect(built).toContain('/api/upload-token')
    expect(built).toContain('/api/at-the-edge')
  })

  it('refuses the Next package in a client component and explains why', async () => {
    await expect(nextBuild('client-page')).rejects.toThrow(refusalMessage('@secure-uploading/next'))
  })
})
