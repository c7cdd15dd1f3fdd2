import { describe, expect, it } from 'vitest'
import { createEmulator, type EmulatorOptions } from '../src/index.js'
import { startEmulator, type EmulatorServerOptions } from '../src/node/index.js'
import { demoProject, PUBLIC_KEY } from './demo-project.js'

describe('createEmulator', () => {
  it.each<[string, unknown]>([
    ['projects', undefined],
    ['projects', demoProject],
    ['now', 1],
    ['randomUuid', 'x'],
    ['memoryLimitBytes', -1],
    ['memoryLimitBytes', '1 GB'],
    ['storage', {}],
    ['network', { resolve: () => undefined }],
    ['sendWebhook', true],
    ['webhookRetryDelaysMs', [-1]],
    ['publicUrl', 'emulator.example.com'],
    ['publicUrl', 'ftp://emulator.example.com'],
    ['publicUrl', 'https://user@emulator.example.com'],
    ['publicUrl', 'https://emulator.example.com/?x'],
    ['readiness', {}],
    ['readiness', { afterMs: -1 }],
    ['readiness', { afterPolls: 1.5 }],
    ['readiness', { afterMs: 1, afterPolls: 1 }],
    ['maxAgeSeconds', -1],
  ])('rejects an invalid %s: %j', (name, value) => {
    const options = { projects: [demoProject], [name]: value } as EmulatorOptions
    expect(() => createEmulator(options)).toThrow(new RegExp(`^"${name}" must be `))
  })

  it('rejects an unknown option and lists the known ones', () => {
    const options = { projects: [demoProject], memoryLimit: 5 } as EmulatorOptions
    expect(() => createEmulator(options)).toThrow(
      /^Unknown option "memoryLimit" of the options of an emulator\. Expected one of: projects, now, /,
    )
  })
})

describe('startEmulator', () => {
  it.each<[string, unknown]>([
    ['port', 70_000],
    ['port', '7070'],
    ['host', ''],
    ['dataDirectory', 5],
    ['https', 'yes'],
    ['https', { key: 'x' }],
  ])('rejects an invalid %s: %j', async (name, value) => {
    const options = { projects: [demoProject], [name]: value } as EmulatorServerOptions
    await expect(startEmulator(options)).rejects.toThrow(new RegExp(`^"${name}" must be `))
  })
})

describe('publicUrl', () => {
  it.each([
    ['https://emulator.example.com', 'http://127.0.0.1:7070'],
    ['https://emulator.example.com/', 'http://127.0.0.1:7070'],
    ['https://example.com/uploads/', 'http://127.0.0.1:7070'],
    ['https://example.com/uploads', 'http://127.0.0.1:7070/uploads'],
  ])('%s is the base of part and file URLs for requests to %s', async (publicUrl, reached) => {
    const emulator = createEmulator({ projects: [{ ...demoProject, secureUploading: false }], publicUrl })
    const base = publicUrl.replace(/\/$/, '')
    const fields = { filename: 'a', size: '10000000', content_type: 'a/b', UPLOADCARE_PUB_KEY: PUBLIC_KEY }
    const start = { method: 'POST', body: new URLSearchParams(fields) }
    const started = await emulator.fetch(new Request(`${reached}/multipart/start/`, start))
    const { parts } = (await started.json()) as { parts: string[] }
    expect(parts.every((url) => url.startsWith(`${base}/_parts/`))).toBe(true)
    const part = await emulator.fetch(
      new Request((parts[0] ?? '').replace(base, reached), {
        method: 'PUT',
        body: new Uint8Array(5_242_880),
      }),
    )
    expect(part.status).toBe(200)
  })
})
