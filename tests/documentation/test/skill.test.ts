import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { startEmulator, type EmulatorServer } from '@secure-uploading/emulator/node'
import { ALL_PACKAGES_FOLDER } from '@secure-uploading/packed'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

const SKILL = path.resolve(import.meta.dirname, '../../../skills/secure-uploading/SKILL.md')
const FOLDER = path.resolve(import.meta.dirname, '../test-results/skill')
const FILE = /<!-- file: (?<name>[\w.]+) -->\n\n```ts\n(?<code>[\s\S]*?)^```$/gm
const PNG = new Uint8Array([
  137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0,
])

interface Page {
  uploadAvatar(file: File): Promise<string>
  uploadAny(file: File): Promise<{ uuid: string; size: number }>
  signOut(): void
}

let emulator: EmulatorServer
let backend: ReturnType<typeof createServer>
let page: Page
let cookie = 'session=1'

describe('the agent skill', () => {
  beforeAll(async () => {
    rmSync(FOLDER, { recursive: true, force: true })
    mkdirSync(FOLDER, { recursive: true })
    symlinkSync(path.join(ALL_PACKAGES_FOLDER, 'node_modules'), path.join(FOLDER, 'node_modules'), 'junction')
    for (const { groups } of readFileSync(SKILL, 'utf8').matchAll(FILE)) {
      writeFileSync(path.join(FOLDER, groups?.['name'] ?? ''), groups?.['code'] ?? '')
    }

    emulator = await startEmulator({
      port: 0,
      projects: [{ publicKey: 'demopublickey', secretKeys: ['demosecretkey'], secureUploading: true }],
    })
    vi.stubEnv('UPLOADCARE_PUBLIC_KEY', 'demopublickey')
    vi.stubEnv('UPLOADCARE_SECRET_KEY', 'demosecretkey')
    vi.stubEnv('RECEIPT_SECRET', 'a secret of the backend')
    vi.stubEnv('UPLOADCARE_EMULATOR_URL', emulator.url)
    const { app } = (await import(path.join(FOLDER, 'server.ts'))) as { app: RequestListener }
    backend = createServer(app)
    await once(backend.listen(0, '127.0.0.1'), 'listening')
    const origin = `http://127.0.0.1:${String((backend.address() as AddressInfo).port)}`

    // What a page has and Node lacks: an address that relative URLs and cookies belong to.
    const { fetch } = globalThis
    vi.stubGlobal('location', new URL(origin))
    vi.stubGlobal('fetch', (url: string | URL, init?: RequestInit) => {
      const headers = new Headers(init?.headers)
      const target = new URL(url, origin)
      if (target.origin === origin) headers.set('cookie', cookie)
      return fetch(target, { ...init, headers })
    })
    page = (await import(path.join(FOLDER, 'page.ts'))) as Page
  })

  afterAll(async () => {
    vi.unstubAllGlobals()
    vi.unstubAllEnvs()
    backend.close()
    await emulator.close()
  })

  it('has snippets that type-check together', () => {
    const tsc = path.join(ALL_PACKAGES_FOLDER, 'node_modules/typescript/bin/tsc')
    const options = [
      '--noEmit',
      '--strict',
      '--skipLibCheck',
      '--target',
      'es2022',
      '--module',
      'nodenext',
      '--types',
      'node',
    ]
    const files = ['server.ts', 'page.ts']
    expect(execFileSync(process.execPath, [tsc, ...options, ...files], { cwd: FOLDER }).toString()).toBe('')
  })

  it('uploads an avatar to the address that the backend returns', async () => {
    const url = await page.uploadAvatar(new File([PNG], 'me.png', { type: 'image/png' }))
    const uuid = /[0-9a-f-]{36}/.exec(url)?.[0] ?? ''
    const info = await fetch(`${emulator.url}/info/?pub_key=demopublickey&file_id=${uuid}`)
    expect(await info.json()).toMatchObject({ uuid, is_stored: true, original_filename: 'me.png' })
  })

  it('rejects a file that breaks a rule', async () => {
    await expect(page.uploadAvatar(new File(['x'], 'a.txt', { type: 'text/plain' }))).rejects.toMatchObject({
      code: 'ERR_FILE_TYPE',
    })
  })

  it('uploads a file without rules', async () => {
    expect(await page.uploadAny(new File(['hello'], 'a.txt'))).toMatchObject({ size: 5 })
  })

  it('sends a user who is signed out to the sign-in page', async () => {
    page.signOut()
    cookie = ''
    expect(await page.uploadAvatar(new File([PNG], 'me.png', { type: 'image/png' }))).toBe('/sign-in')
  })
})
