import { getEventListeners } from 'node:events'
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

  it('sends nothing when it is paused in the moment in which it begins or goes on', async () => {
    const upload = createResumableUpload(stage.createClient(), file())
    upload.pause()
    upload.resume()
    upload.pause()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(stored()).toBe(0)
    upload.resume()
    await expect(upload.result).resolves.toMatchObject({ size: bytes.length })
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

  it('is not mixed of two Blobs that begin alike, for these have no date', async () => {
    const store = createMemoryStore()
    const other = Buffer.from(bytes).fill('!', 6 * MEBIBYTE, 7 * MEBIBYTE)
    const client = stage.createClient({ maxConcurrentRequests: 1 })
    const hold = stage.emulator.faults.add({ endpoint: 'part', skip: 2, times: Infinity, latencyMs: 60_000 })
    const before = createResumableUpload(client, new Blob([bytes]), { resumeKey, resumeStore: store })
    await expect.poll(() => stored()).toBe(2)
    before.abort()
    hold.remove()
    const { uuid } = await createResumableUpload(client, new Blob([other]), { resumeKey, resumeStore: store })
      .result
    const served = await fetch(`${stage.url}/${uuid}/`)
    expect(Buffer.from(await served.arrayBuffer()).equals(other)).toBe(true)
  })

  it('is not sent again from its beginning because Uploadcare is busy', async () => {
    const store = createMemoryStore()
    const isBusy = { throttle: { retryAfterSeconds: 1 }, times: 6 }
    for (const endpoint of ['multipart/complete', 'info'] as const) {
      stage.emulator.faults.add({ endpoint, ...isBusy })
      await expect(again(store)).rejects.toMatchObject({ code: 'RequestThrottledError' })
    }
    await expect(again(store)).resolves.toMatchObject({ size: bytes.length })
    expect(stored()).toBe(PARTS)
    expect(stage.emulator.journal.entries('multipart/start')).toHaveLength(1)
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

describe('a store that hangs', () => {
  const hangs = (): Promise<never> => new Promise(() => undefined)
  const begin = (store: Partial<ResumeStore>) =>
    createResumableUpload(stage.createClient(), file(), {
      resumeKey: 'hangs',
      resumeStore: { ...createMemoryStore(), ...store },
    })

  it('does not hold up an upload that it cannot write down', async () => {
    await expect(begin({ set: hangs }).result).resolves.toMatchObject({ size: bytes.length })
    await expect(begin({ delete: hangs }).result).resolves.toMatchObject({ size: bytes.length })
  })

  it('does not hold up an abort', async () => {
    const upload = begin({ get: hangs })
    await new Promise((resolve) => setTimeout(resolve, 50))
    upload.abort()
    await expect(upload.result).rejects.toBeInstanceOf(CancelError)
  })
})

describe('the options of an upload', () => {
  it('hold for each of its requests', async () => {
    const client = stage.createClient({ baseURL: 'http://127.0.0.1:1' })
    const options = {
      baseURL: stage.url,
      baseCDN: 'https://files.example',
      metadata: { user_id: '7' },
      contentType: 'video/x-test',
      store: false,
    }
    const named = await createResumableUpload(stage.createClient(), file(), { fileName: undefined } as object)
      .result
    expect(named.originalFilename).toBe('video.mp4')
    for (const data of [file(), new Blob(['small'])]) {
      const { cdnUrl, metadata, mimeType, isStored } = await createResumableUpload(client, data, options)
        .result
      expect(cdnUrl).toMatch(/^https:\/\/files\.example\//)
      expect({ metadata, mimeType, isStored }).toEqual({
        metadata: { user_id: '7' },
        mimeType: 'video/x-test',
        isStored: false,
      })
    }
  })

  it('leave no listener on the caller’s signal', async () => {
    const { signal } = new AbortController()
    await createResumableUpload(stage.createClient(), new Blob(['small']), { signal }).result
    expect(getEventListeners(signal, 'abort')).toEqual([])
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

it('may be aborted by somebody who does not listen', async () => {
  const unhandled: unknown[] = []
  const hear = (reason: unknown): void => void unhandled.push(reason)
  process.on('unhandledRejection', hear)
  createResumableUpload(stage.createClient(), new Blob(['Hello'])).abort()
  await new Promise((resolve) => setTimeout(resolve, 20))
  process.off('unhandledRejection', hear)
  expect(unhandled).toEqual([])
})
