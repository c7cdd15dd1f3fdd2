import { getEventListeners } from 'node:events'
import { CancelError } from '@uploadcare/upload-client'
import { describe, expect, it } from 'vitest'
import { createResumableUpload } from '../../src/resumable/create-resumable-upload.js'
import type { ResumableUploadOptions } from '../../src/resumable/resumable-upload.js'
import type { ResumeStore } from '../../src/resumable/resume-store.js'
import { MEBIBYTE, useStage } from '../use-stage.js'

const PARTS = 3

const stage = await useStage()

const bytes = Buffer.alloc((PARTS - 1) * 5 * MEBIBYTE + 1000, 'some bytes that differ')
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

describe('a paused upload', () => {
  it('sends only the missing parts after resume(), and emits events', async () => {
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

  it('sends nothing until resume()', async () => {
    const upload = await uploadHalf({})
    upload.pause()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(stage.emulator.journal.entries('part')).toHaveLength(3)
    upload.resume()
    await upload.result
  })

  it('sends nothing when it is paused immediately after it started or resumed', async () => {
    const upload = createResumableUpload(stage.createClient(), file())
    upload.pause()
    upload.resume()
    upload.pause()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(stored()).toBe(0)
    upload.resume()
    await expect(upload.result).resolves.toMatchObject({ size: bytes.length })
  })

  it('has a state', async () => {
    const upload = await uploadHalf({})
    expect(upload.state).toBe('uploading')
    upload.pause()
    expect(upload.state).toBe('paused')
    upload.resume()
    expect(upload.state).toBe('uploading')
    await upload.result
    expect(upload.state).toBe('uploaded')

    const aborted = createResumableUpload(stage.createClient(), file())
    aborted.abort()
    expect(aborted.state).toBe('canceled')
    await expect(aborted.result).rejects.toBeInstanceOf(CancelError)
    expect(aborted.state).toBe('canceled')

    stage.emulator.faults.add({ endpoint: 'multipart/start', status: 400 })
    const failed = createResumableUpload(stage.createClient(), file())
    await expect(failed.result).rejects.toThrow()
    expect(failed.state).toBe('failed')
  })

  it('rejects with CancelError when it is aborted', async () => {
    const upload = await uploadHalf({})
    upload.pause()
    upload.abort()
    await expect(upload.result).rejects.toBeInstanceOf(CancelError)
  })

  it('starts again when Uploadcare no longer has the upload', async () => {
    const upload = await uploadHalf({})
    upload.pause()
    stage.emulator.faults.add({ endpoint: 'part', status: 403 })
    upload.resume()
    await expect(upload.result).resolves.toMatchObject({ size: bytes.length })
    expect(stage.emulator.journal.entries('multipart/start')).toHaveLength(2)
  })
})

describe('an upload after a reload', () => {
  const resumeKey = 'video'
  const again = (store: ResumeStore, content = file(), options: ResumableUploadOptions = {}) =>
    createResumableUpload(stage.createClient(), content, {
      resumeKey,
      resumeStore: store,
      owner: 'anyone',
      ...options,
    }).result

  it('resumes without repeating a stored part', async () => {
    const store = createMemoryStore()
    const before = await uploadHalf({ resumeKey, resumeStore: store, owner: 'anyone' })
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
    ['with other bytes at its start', file(Buffer.concat([Buffer.from('x'), bytes.subarray(1)]))],
    ['with another date', file(bytes, 2)],
    ['of another size', file(bytes.subarray(1))],
  ])('starts again for a file %s', async (_, content) => {
    const store = createMemoryStore()
    const before = await uploadHalf({ resumeKey, resumeStore: store, owner: 'anyone' })
    before.abort()
    await again(store, content)
    expect(stage.emulator.journal.entries('multipart/start')).toHaveLength(2)
  })

  it('does not mix two Blobs that start with the same bytes', async () => {
    const store = createMemoryStore()
    const other = Buffer.from(bytes).fill('!', 6 * MEBIBYTE, 7 * MEBIBYTE)
    const client = stage.createClient({ maxConcurrentRequests: 1 })
    const hold = stage.emulator.faults.add({ endpoint: 'part', skip: 2, times: Infinity, latencyMs: 60_000 })
    const before = createResumableUpload(client, new Blob([bytes]), {
      resumeKey,
      resumeStore: store,
      owner: 'anyone',
    })
    await expect.poll(() => stored()).toBe(2)
    before.abort()
    hold.remove()
    const { uuid } = await createResumableUpload(client, new Blob([other]), {
      resumeKey,
      resumeStore: store,
      owner: 'anyone',
    }).result
    const served = await fetch(`${stage.url}/${uuid}/`)
    expect(Buffer.from(await served.arrayBuffer()).equals(other)).toBe(true)
  })

  it('keeps its stored parts when Uploadcare throttles it', async () => {
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

  it('starts again when a day has passed', async () => {
    const store = createMemoryStore()
    const before = await uploadHalf({ resumeKey, resumeStore: store, owner: 'anyone' })
    before.abort()
    store.values.set(resumeKey, {
      ...(store.values.get(resumeKey) as object),
      startedAtMs: Date.now() - 86_400_000,
    })
    await again(store)
    expect(stage.emulator.journal.entries('multipart/start')).toHaveLength(2)
  })

  it('starts again when part addresses have expired', async () => {
    const store = createMemoryStore()
    const before = await uploadHalf({ resumeKey, resumeStore: store, owner: 'anyone' })
    before.abort()
    stage.emulator.faults.add({ endpoint: 'part', status: 403 })
    await expect(again(store)).resolves.toMatchObject({ size: bytes.length })
    expect(stage.emulator.journal.entries('multipart/start')).toHaveLength(2)
  })

  it('starts again when Uploadcare no longer has the upload', async () => {
    const store = createMemoryStore()
    const before = await uploadHalf({ resumeKey, resumeStore: store, owner: 'anyone' })
    before.abort()
    const session = store.values.get(resumeKey) as object
    store.values.set(resumeKey, { ...session, uuid: '3ee2b1a4-7e4c-4a0e-9d5f-0c1a5f0d7e11' })
    await expect(again(store)).resolves.toMatchObject({ size: bytes.length })
    expect(stage.emulator.journal.entries('multipart/start')).toHaveLength(2)
  })

  it('starts again when the stored session is malformed', async () => {
    const store = createMemoryStore()
    store.values.set(resumeKey, 'nonsense')
    await expect(again(store)).resolves.toBeDefined()
  })

  it('finds no session after clear(), although parts were stored later', async () => {
    const store = createMemoryStore()
    const upload = await uploadHalf({ resumeKey, resumeStore: store, owner: 'anyone' })
    await upload.clear()
    upload.pause()
    upload.resume()
    await upload.result
    expect(store.values.size).toBe(0)
  })

  it('succeeds with a store that rejects', async () => {
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
      owner: 'anyone',
      resumeStore: { ...createMemoryStore(), ...store },
    })

  it('does not delay an upload', async () => {
    await expect(begin({ set: hangs }).result).resolves.toMatchObject({ size: bytes.length })
    await expect(begin({ delete: hangs }).result).resolves.toMatchObject({ size: bytes.length })
  })

  it('does not delay an abort', async () => {
    const upload = begin({ get: hangs })
    await new Promise((resolve) => setTimeout(resolve, 50))
    upload.abort()
    await expect(upload.result).rejects.toBeInstanceOf(CancelError)
  })
})

describe('the options of a resumable upload', () => {
  it('apply to each of its requests', async () => {
    const client = stage.createClient({ baseURL: 'http://127.0.0.1:1' })
    const options = {
      baseURL: stage.url,
      baseCDN: 'https://files.example',
      metadata: { user_id: '7' },
      contentType: 'video/x-test',
      store: false,
    }
    const named = await createResumableUpload(stage.createClient(), file(), { fileName: undefined }).result
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

  it('leave no listener on the signal of the caller', async () => {
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

  it('is canceled by a signal', async () => {
    const upload = createResumableUpload(stage.createClient(), new Blob(['Hello']), {
      signal: AbortSignal.abort(),
    })
    await expect(upload.result).rejects.toBeInstanceOf(CancelError)
  })
})

it('createResumableUpload causes no unhandled rejection when it is aborted', async () => {
  const unhandled: unknown[] = []
  const onEvent = (reason: unknown): void => void unhandled.push(reason)
  process.on('unhandledRejection', onEvent)
  createResumableUpload(stage.createClient(), new Blob(['Hello'])).abort()
  await new Promise((resolve) => setTimeout(resolve, 20))
  process.off('unhandledRejection', onEvent)
  expect(unhandled).toEqual([])
})

it.each([null, undefined, 42, 'text'])('createResumableUpload refuses %j instead of a file', (value) => {
  const create = () => createResumableUpload(stage.createClient(), value as unknown as Blob)
  expect(create).toThrow(new TypeError('Expected a File or a Blob to upload'))
})
