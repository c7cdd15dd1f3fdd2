import { execFile, spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { generateSecureSignature } from '@secure-uploading/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startEmulator, type EmulatorServer } from '../../src/node/index.js'
import { demoProject, PUBLIC_KEY, SECRET_KEY } from '../demo-project.js'

const isInstalled = spawnSync('curl', ['--version']).status === 0

let server: EmulatorServer
let folder: string

beforeAll(async () => {
  server = await startEmulator({ projects: [demoProject] })
  folder = await mkdtemp(path.join(tmpdir(), 'curl-'))
  await writeFile(path.join(folder, 'image.jpg'), 'pixels')
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

/** Runs the example of Uploadcare's documentation with these fields. */
async function curl(fields: Record<string, string>): Promise<[body: string, status: string]> {
  const form = Object.entries({ UPLOADCARE_PUB_KEY: PUBLIC_KEY, ...fields, file: '@image.jpg' })
  const options = form.flatMap(([name, value]) => ['-F', `${name}=${value}`])
  const { stdout } = await promisify(execFile)(
    'curl',
    ['--silent', '--write-out', '\n%{http_code}', ...options, `${server.url}/base/`],
    { cwd: folder },
  )
  const end = stdout.lastIndexOf('\n')
  return [stdout.slice(0, end), stdout.slice(end + 1)]
}

describe.skipIf(!isInstalled)('the documented curl example', () => {
  test('uploads with a signature of core', async () => {
    const { secureSignature, secureExpire } = await generateSecureSignature(SECRET_KEY, { expiresIn: 120 })
    const [body, status] = await curl({ signature: secureSignature, expire: secureExpire })
    expect(status).toBe('200')
    expect(JSON.parse(body)).toEqual({ file: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown })
  })

  test.each([
    ["'signature' is required.", '400', {}],
    ["'expire' is required.", '400', { signature: 'x' }],
    ["'expire' must be a UNIX timestamp.", '400', { signature: 'x', expire: 'tomorrow' }],
    // The documented example, an MD5 sum that expired in 2016.
    ['Expired signature.', '403', { signature: '46f70d2b4fb6196daeb2c16bf44a7f1e', expire: '1454903856' }],
    ['Invalid signature.', '403', { signature: '46f70d2b4fb6196daeb2c16bf44a7f1e', expire: '4102444800' }],
  ])('is answered with %s and %s', async (body, status, fields: Record<string, string>) => {
    expect(await curl(fields)).toEqual([body, status])
  })
})
