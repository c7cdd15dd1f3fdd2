import { describe, expect, it } from 'vitest'
import { createEmulator, type Emulator, type EmulatorOptions } from '../../src/index.js'
import { demoProject, PUBLIC_KEY } from '../demo-project.js'
import { postForm } from '../post-form.js'

const projects = [{ ...demoProject, secureUploading: false }]
const create = (options: Partial<EmulatorOptions>): Emulator => createEmulator({ projects, ...options })

async function upload(emulator: Emulator): Promise<string> {
  const file = new File(['hello'], 'a.txt', { type: 'text/plain' })
  const response = await postForm(emulator, '/base/', { UPLOADCARE_PUB_KEY: PUBLIC_KEY, file })
  return ((await response.json()) as { file: string }).file
}

async function infoOf(emulator: Emulator, uuid: string): Promise<[isReady: unknown, contentInfo: unknown]> {
  const url = `https://upload.uploadcare.com/info/?pub_key=${PUBLIC_KEY}&file_id=${uuid}`
  const info = (await (await emulator.fetch(new Request(url))).json()) as Record<string, unknown>
  return [info['is_ready'], info['content_info'] === null ? null : 'an object']
}

const NOT_READY = [false, null]
const READY = [true, 'an object']

describe('a file', () => {
  it('is ready immediately by default', async () => {
    const emulator = create({})
    expect(await infoOf(emulator, await upload(emulator))).toEqual(READY)
  })

  it('is ready after some polls of its info, with readiness: { afterPolls }', async () => {
    const emulator = create({ readiness: { afterPolls: 2 } })
    const [first, second] = [await upload(emulator), await upload(emulator)]
    expect(await infoOf(emulator, first)).toEqual(NOT_READY)
    expect(await infoOf(emulator, first)).toEqual(NOT_READY)
    expect(await infoOf(emulator, first)).toEqual(READY)
    expect(await infoOf(emulator, second)).toEqual(NOT_READY)
  })

  it('is ready after some time of the clock, with readiness: { afterMs }', async () => {
    const emulator = create({ readiness: { afterMs: 5000 }, now: () => 1_000_000 })
    const uuid = await upload(emulator)
    emulator.clock.advanceMs(4999)
    expect(await infoOf(emulator, uuid)).toEqual(NOT_READY)
    emulator.clock.advanceMs(1)
    expect(await infoOf(emulator, uuid)).toEqual(READY)
  })

  it('is not ready in a group either', async () => {
    const emulator = create({ readiness: { afterMs: 5000 }, now: () => 1_000_000 })
    const uuid = await upload(emulator)
    const response = await postForm(emulator, '/group/', { pub_key: PUBLIC_KEY, 'files[0]': uuid })
    expect(await response.json()).toMatchObject({ files: [{ is_ready: false, content_info: null }] })
  })
})
