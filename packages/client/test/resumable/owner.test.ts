import { generateUploadReceipt } from '@secure-uploading/core'
import { CancelError } from '@uploadcare/upload-client'
import { describe, expect, it } from 'vitest'
import type { ResumableUploadOptions, ResumeStore } from '../../src/resumable/index.js'
import { createResumableUpload } from '../../src/resumable/index.js'
import { MEBIBYTE, PUBLIC_KEY, useStage } from '../use-stage.js'

const stage = await useStage()
const bytes = Buffer.alloc(11 * MEBIBYTE, 'some bytes')
const file = (): File => new File([bytes], 'video.mp4', { lastModified: 1 })

function createStore(): ResumeStore & { values: Map<string, unknown> } {
  const values = new Map<string, unknown>()
  return {
    values,
    get: (key) => Promise.resolve(structuredClone(values.get(key))),
    set: (key, value) => Promise.resolve(values.set(key, structuredClone(value))),
    delete: (key) => Promise.resolve(values.delete(key)),
    deleteOwner(owner) {
      for (const [key, value] of values) if ((value as { owner?: string }).owner === owner) values.delete(key)
      return Promise.resolve()
    },
  }
}

let tokens = 0
/** A receipt is different for each token. */
const receiptOf = (subject: string): Promise<string> =>
  generateUploadReceipt('a secret of the backend', {
    subject,
    publicKey: PUBLIC_KEY,
    tokenId: `token-${String(++tokens)}`,
    expiresIn: 600,
  })

const stored = (): number =>
  stage.emulator.journal.entries('part').filter(({ status }) => status === 200).length
const starts = (): number => stage.emulator.journal.entries('multipart/start').length

/** Uploads until one part is stored and recorded. */
async function uploadOnePart(
  options: ResumableUploadOptions,
  client = stage.createClient({ maxConcurrentRequests: 1 }),
) {
  const hold = stage.emulator.faults.add({
    endpoint: 'part',
    skip: 1,
    times: Infinity,
    until: new Promise(() => undefined),
  })
  const upload = createResumableUpload(client, file(), options)
  await expect.poll(() => stage.emulator.journal.entries('part').length).toBe(2)
  hold.remove()
  return { upload, client }
}

describe('a stored session', () => {
  it('is resumed by the same subject with a new token and a new receipt', async () => {
    const options = { resumeKey: 'video', resumeStore: createStore() }
    stage.issue.uploadReceipt = await receiptOf('ada')
    const { upload } = await uploadOnePart(options)
    upload.abort()
    stage.issue.uploadReceipt = await receiptOf('ada')
    await createResumableUpload(stage.createClient(), file(), options).result
    expect(starts()).toBe(1)
    expect(stored()).toBe(3)
  })

  it('is not resumed by another subject, whose file carries his own receipt', async () => {
    const options = { resumeKey: 'video', resumeStore: createStore() }
    stage.issue.uploadReceipt = await receiptOf('ada')
    const { upload } = await uploadOnePart(options)
    upload.abort()
    const receipt = await receiptOf('bob')
    stage.issue.uploadReceipt = receipt
    const { metadata } = await createResumableUpload(stage.createClient(), file(), options).result
    expect(metadata).toEqual({ uploadReceipt: receipt })
    expect(starts()).toBe(2)
  })

  it('is deleted by clear() of its owner, with all other sessions of that owner, and its upload is canceled', async () => {
    const resumeStore = createStore()
    resumeStore.values.set('older', { owner: 'ada' })
    resumeStore.values.set('of-bob', { owner: 'bob' })
    stage.issue.uploadReceipt = await receiptOf('ada')
    const { upload, client } = await uploadOnePart({ resumeKey: 'video', resumeStore })
    expect([...resumeStore.values.keys()]).toContain('video')
    client.tokenSource.clear()
    await expect(upload.result).rejects.toBeInstanceOf(CancelError)
    await expect.poll(() => [...resumeStore.values.keys()]).toEqual(['of-bob'])
  })

  it('cannot be continued by resume() after the user signed out', async () => {
    const { upload, client } = await uploadOnePart({})
    upload.pause()
    client.tokenSource.clear()
    upload.resume()
    await expect(upload.result).rejects.toBeInstanceOf(CancelError)
  })

  it('is not written without an owner', async () => {
    const resumeStore = createStore()
    const { upload } = await uploadOnePart({ resumeKey: 'video', resumeStore })
    upload.abort()
    expect(resumeStore.values.size).toBe(0)
    await createResumableUpload(stage.createClient(), file(), { resumeKey: 'video', resumeStore }).result
    expect(starts()).toBe(2)
  })

  it('belongs to the owner option when there is no receipt', async () => {
    const resumeStore = createStore()
    const { upload } = await uploadOnePart({ resumeKey: 'video', resumeStore, owner: 'ada' })
    upload.abort()
    await createResumableUpload(stage.createClient(), file(), {
      resumeKey: 'video',
      resumeStore,
      owner: 'bob',
    }).result
    expect(starts()).toBe(2)
  })

  it.each<[string, ResumableUploadOptions]>([
    ['store', { store: false }],
    ['metadata', { metadata: { album: 'other' } }],
    ['tags', { tags: ['other'] }],
    ['fileName', { fileName: 'other.mp4' }],
    ['contentType', { contentType: 'video/other' }],
    ['multipartChunkSize', { multipartChunkSize: 6 * MEBIBYTE }],
  ])('is not resumed with another %s', async (_, changed) => {
    const options = { resumeKey: 'video', resumeStore: createStore(), owner: 'ada' }
    const { upload } = await uploadOnePart(options)
    upload.abort()
    await createResumableUpload(stage.createClient(), file(), { ...options, ...changed }).result
    expect(starts()).toBe(2)
  })

  it('contains no receipt, no metadata and no signature', async () => {
    const resumeStore = createStore()
    const receipt = await receiptOf('ada')
    stage.issue.uploadReceipt = receipt
    const { upload } = await uploadOnePart({ resumeKey: 'video', resumeStore, metadata: { note: 'private' } })
    upload.abort()
    const text = JSON.stringify([...resumeStore.values.values()])
    expect(text).not.toContain(receipt)
    expect(text).not.toContain('private')
  })

  it('is resumed through a token source, like through a client', async () => {
    const options = { resumeKey: 'video', resumeStore: createStore(), owner: 'ada', baseURL: stage.url }
    const { upload } = await uploadOnePart(options)
    upload.abort()
    await createResumableUpload(stage.createClient().tokenSource, file(), options).result
    expect(starts()).toBe(1)
  })
})

describe('a store that hangs or fails', () => {
  const hangs = (): Promise<never> => new Promise(() => undefined)
  const broken = (): Promise<never> => Promise.reject(new Error('quota'))
  it.each<[string, Partial<ResumeStore>]>([
    ['get() hangs', { get: hangs }],
    ['set() hangs', { set: hangs }],
    ['delete() hangs', { delete: hangs }],
    ['everything hangs', { get: hangs, set: hangs, delete: hangs }],
    ['everything rejects', { get: broken, set: broken, delete: broken }],
    [
      'everything throws',
      {
        get: () => {
          throw new Error('no')
        },
      },
    ],
  ])('does not fail or delay the upload: %s', async (_, store) => {
    const resumeStore = { ...createStore(), ...store }
    const { result } = createResumableUpload(stage.createClient(), file(), {
      resumeKey: 'video',
      resumeStore,
      owner: 'ada',
    })
    await expect(result).resolves.toMatchObject({ size: bytes.length })
  })
})

describe('a store that cannot delete old sessions', () => {
  it.each<[string, () => unknown]>([
    [
      'throws',
      () => {
        throw new DOMException('The operation is insecure.', 'SecurityError')
      },
    ],
    ['rejects', () => Promise.reject(new Error('Connection to Indexed Database server lost'))],
    ['returns no promise', () => undefined],
  ])('does not fail the upload, and causes no unhandled rejection, when it %s', async (_, deleteWhere) => {
    const resumeStore = { ...createStore(), deleteWhere } as ResumeStore
    const upload = createResumableUpload(stage.createClient(), file(), {
      resumeKey: 'video',
      resumeStore,
      owner: 'ada',
    })
    await expect(upload.result).resolves.toMatchObject({ size: bytes.length })
  })
})

describe('the options of a stored session', () => {
  it.each<[object, RegExp]>([
    [{ owner: '' }, /"owner" must be the id of the user/],
    // The id of a user who is not signed in: the next one would get the session.
    [{ owner: null }, /"owner"/],
    [{ owner: 42 }, /"owner"/],
    [{ resumeKey: '' }, /"resumeKey" must be a string that is not empty/],
    [{ resumeKey: null }, /"resumeKey"/],
    [{ resumeStore: null }, /"resumeStore" must be a store with the functions get, set and delete/],
    [{ resumeStore: {} }, /"resumeStore"/],
  ])('cannot be %o', (options, message) => {
    expect(() =>
      createResumableUpload(stage.createClient(), file(), options as ResumableUploadOptions),
    ).toThrow(message)
    expect(starts()).toBe(0)
  })

  it('may be undefined', async () => {
    const options = { owner: undefined, resumeKey: undefined, resumeStore: undefined }
    await expect(createResumableUpload(stage.createClient(), file(), options).result).resolves.toHaveProperty(
      'uuid',
    )
  })
})
