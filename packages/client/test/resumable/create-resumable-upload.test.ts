import { CancelError } from '@uploadcare/upload-client'
import { describe, expect, it } from 'vitest'
import { createResumableUpload } from '../../src/resumable/create-resumable-upload.js'
import type { ResumableUploadOptions } from '../../src/resumable/resumable-upload.js'
import type { ResumeStore } from '../../src/resumable/resume-store.js'
import { MEBIBYTE, useStage } from '../use-stage.js'

const PARTS = 3

const stage = await useStage()

const bytes = Buffer.alloc((PARTS - 1) * 5 * MEBIBYTE + 1000, 'some bytes that are not all the same')
const file = (content = bytes, lastModified = 1): File =>
  new File([content], 'video.mp4', { type: 'video/mp4', lastModified })

/** Stores a copy, as IndexedDB does. */
function createMemoryStore(): ResumeStore & { values: Map<string, unknown> } {
  const values = new Map<string, unknown>()
  return {
    values,
    get: (key) => Promise.resolve(structuredClone(values.get(key))),
    set: (key, value) => Promise.resolve(values.set(key, structuredClone(value))),
    delete: (key) => Promise.resolve(values.delete(key)),
  }
}

/** Begins an upload of which two parts arrive, and the third hangs. */
async function uploadHalf(options: ResumableUploadOptions, content = file()) {
  const hold = stage.emulator.faults.add({
    endpoint: 'part',
    skip: 2,
    times: Infinity,
    until: new Promise(() => undefined),
  })
  const upload = createResumableUpload(stage.createClient({ maxConcurrentRequests: 1 }), content, options)
  upload.result.catch(() => undefined)
  await expect.poll(() => stored()).toBe(2)
  await expect.poll(() => stage.emulator.journal.entries('part').length).toBe(3)
  hold.remove()
  return upload
}

const stored = (): number =>
  stage.emulator.journal.entries('part').filter(({ status }) => status === 200).length

describe('an upload that is paused', () => {
  it('goes on with what is missing, and says so', async () => {
    const upload = await uploadHalf({})
    stage.events.length = 0
    upload.pause()
    upload.pause()
    upload.resume()
    upload.resume()
    const { uuid } = await upload.result
    expect(stage.types()).toEqual(['paused', 'resumed'])
    expect(stored()).toBe(PARTS)
    const served = await fetch(`${stage.url}/${uuid}/`)
    expect(Buffer.from(await served.arrayBuffer()).equals(bytes)).toBe(true)
  })

  it('sends nothing meanwhile', async () => {
    const upload = await uploadHalf({})
    upload.pause()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(stage.emulator.journal.entries('part')).toHaveLength(3)
    upload.resume()
    await upload.result
  })

  it('can be aborted', async () => {
    const upload = await uploadHalf({})
    upload.pause()
    upload.abort()
    await expect(upload.result).rejects.toBeInstanceOf(CancelError)
  })

  it('begins anew when Uploadcare has forgotten it', async () => {
    const upload = await uploadHalf({})
    upload.pause()
    stage.emulator.faults.add({ endpoint: 'part', status: 403 })
    upload.resume()
    await expect(upload.result).resolves.toMatchObject({ size: bytes.length })
    expect(stage.emulator.journal.entries('multipart/start')).toHaveLength(2)
  })
})

describe('after a reload, an upload', () => {
  const resumeKey = 'video'
  const again = (store: ResumeStore, content = file(), options: ResumableUploadOptions = {}) =>
    createResumableUpload(stage.createClient(), content, { resumeKey, resumeStore: store, ...options }).result

  it('goes on, and no part is sent again that had arrived', async () => {
    const store = createMemoryStore()
    const before = await uploadHalf({ resumeKey, resumeStore: store })
    before.abort()
    const values: number[] = []
    const { uuid } = await again(store, file(), {
      onProgress: (progress) => progress.isComputable && values.push(progress.value),
    })
    expect(stored()).toBe(PARTS)
    expect(stage.emulator.journal.entries('multipart/start')).toHaveLength(1)
    expect(values[1]).toBeCloseTo(1, 3)
    expect(values.at(-1)).toBe(1)
    const served = await fetch(`${stage.url}/${uuid}/`)
    expect(Buffer.from(await served.arrayBuffer()).equals(bytes)).toBe(true)
    expect(store.values.size).toBe(0)
  })

  it.each([
    ['with other bytes at its beginning', file(Buffer.concat([Buffer.from('x'), bytes.subarray(1)]))],
    ['changed since', file(bytes, 2)],
    ['of another size', file(bytes.subarray(1))],
  ])('of a file %s begins anew', async (_, content) => {
    const store = createMemoryStore()
    const before = await uploadHalf({ resumeKey, resumeStore: store })
    before.abort()
    await again(store, content)
    expect(stage.emulator.journal.entries('multipart/start')).toHaveLength(2)
  })

  it('begins anew when a day has passed', async () => {
    const store = createMemoryStore()
    const before = await uploadHalf({ resumeKey, resumeStore: store })
    before.abort()
    store.values.set(resumeKey, {
      ...(store.values.get(resumeKey) as object),
      startedAtMs: Date.now() - 86_400_000,
    })
    await again(store)
    expect(stage.emulator.journal.entries('multipart/start')).toHaveLength(2)
  })

  it('whose parts have no address any more begins anew', async () => {
    const store = createMemoryStore()
    const before = await uploadHalf({ resumeKey, resumeStore: store })
    before.abort()
    stage.emulator.faults.add({ endpoint: 'part', status: 403 })
    await expect(again(store)).resolves.toMatchObject({ size: bytes.length })
    expect(stage.emulator.journal.entries('multipart/start')).toHaveLength(2)
  })

  it('that Uploadcare has forgotten begins anew', async () => {
    const store = createMemoryStore()
    const before = await uploadHalf({ resumeKey, resumeStore: store })
    before.abort()
    const session = store.values.get(resumeKey) as object
    store.values.set(resumeKey, { ...session, uuid: '3ee2b1a4-7e4c-4a0e-9d5f-0c1a5f0d7e11' })
    await expect(again(store)).resolves.toMatchObject({ size: bytes.length })
    expect(stage.emulator.journal.entries('multipart/start')).toHaveLength(2)
  })

  it('begins anew when what was stored makes no sense', async () => {
    const store = createMemoryStore()
    store.values.set(resumeKey, 'nonsense')
    await expect(again(store)).resolves.toBeDefined()
  })

  it('finds nothing when it was cleared, although parts of it arrived later', async () => {
    const store = createMemoryStore()
    const upload = await uploadHalf({ resumeKey, resumeStore: store })
    await upload.clear()
    upload.pause()
    upload.resume()
    await upload.result
    expect(store.values.size).toBe(0)
  })

  it('needs no store that works', async () => {
    const broken: ResumeStore = {
      get: () => Promise.reject(new Error('no')),
      set: () => Promise.reject(new Error('quota')),
      delete: () => Promise.reject(new Error('no')),
    }
    await expect(again(broken)).resolves.toBeDefined()
  })
})

describe('a small file', () => {
  it('is uploaded in one request', async () => {
    const client = stage.createClient()
    const upload = createResumableUpload(client, new File(['Hello'], 'hello.txt'), { resumeKey: 'small' })
    expect(await upload.result).toMatchObject({ name: 'hello.txt', size: 5 })
    expect(stage.emulator.journal.entries('multipart/start')).toHaveLength(0)
  })

  it('is stopped by a signal', async () => {
    const upload = createResumableUpload(stage.createClient(), new Blob(['Hello']), {
      signal: AbortSignal.abort(),
    })
    await expect(upload.result).rejects.toBeInstanceOf(CancelError)
  })
})
