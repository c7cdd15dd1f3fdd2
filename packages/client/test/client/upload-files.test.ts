import { CancelError } from '@uploadcare/upload-client'
import { describe, expect, it } from 'vitest'
import { MEBIBYTE, text, useStage } from '../use-stage.js'

const stage = await useStage()

const files = (count: number, bytes = 1000): File[] =>
  Array.from({ length: count }, (_, index) => new File(['x'.repeat(bytes)], `${String(index)}.txt`))

describe('uploadFiles', () => {
  it('returns one outcome per file, in order, and continues after a failed file', async () => {
    stage.emulator.faults.add({ endpoint: 'base', refuse: 'FileTypeForbiddenError', skip: 1 })
    const outcomes = await stage.createClient().uploadFiles(files(5), { concurrency: 1 })
    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
      'fulfilled',
    ])
    expect(outcomes[1]).toMatchObject({ reason: { code: 'FileTypeForbiddenError' } })
    expect(outcomes.map((outcome) => 'value' in outcome && outcome.value.name)).toEqual([
      '0.txt',
      false,
      '2.txt',
      '3.txt',
      '4.txt',
    ])
  })

  it('uploads as many files at the same time as concurrency allows', async () => {
    let release: () => void = () => undefined
    const until = new Promise<void>((resolve) => (release = resolve))
    stage.emulator.faults.add({ endpoint: 'base', times: 3, until })
    const client = stage.createClient({ maxConcurrentRequests: 8 })
    const upload = client.uploadFiles(files(20), { concurrency: 3 })
    await expect.poll(() => stage.emulator.journal.entries('base').length).toBe(3)
    release()
    await upload
    const most = Math.max(
      ...stage.emulator.journal.entries('base').map(({ concurrentRequests }) => concurrentRequests),
    )
    expect(most).toBe(3)
  })

  it('sends more files at the same time than the default when concurrency is higher', async () => {
    let letGo = (): void => undefined
    const until = new Promise<void>((resolve) => (letGo = resolve))
    stage.emulator.faults.add({ endpoint: 'base', times: Infinity, until })
    const batch = stage.createClient().uploadFiles(files(20), { concurrency: 10 })
    await expect.poll(() => stage.emulator.journal.entries('base').length).toBe(10)
    letGo()
    await batch
  })

  it('does not continue with the tokens of the next user after a sign-out', async () => {
    const client = stage.createClient()
    stage.issue.uploadReceipt = 'receipt-of-ada'
    let letGo = (): void => undefined
    const until = new Promise<void>((resolve) => (letGo = resolve))
    stage.emulator.faults.add({ endpoint: 'base', skip: 1, until })
    const batch = client.uploadFiles(files(4), { concurrency: 1 })
    await expect.poll(() => stage.emulator.journal.entries('base').length).toBe(2)
    client.tokenSource.clear()
    stage.issue.uploadReceipt = 'receipt-of-bob'
    letGo()
    const outcomes = await batch
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'rejected'])
    expect(outcomes.map((outcome) => 'reason' in outcome && outcome.reason instanceof CancelError)).toEqual([
      false,
      false,
      true,
      true,
    ])
    const { metadata } = await client.uploadFile(text())
    expect(metadata).toEqual({ uploadReceipt: 'receipt-of-bob' })
  })

  it('limits concurrent parts across all large files', async () => {
    const large = [0, 1, 2].map(() => Buffer.alloc(11 * MEBIBYTE))
    await stage.createClient({ maxConcurrentRequests: 2 }).uploadFiles(large, { concurrency: 3 })
    const most = Math.max(
      ...stage.emulator.journal.entries('part').map(({ concurrentRequests }) => concurrentRequests),
    )
    expect(most).toBeLessThanOrEqual(2)
  })

  it('reports progress by bytes that never decreases and ends at 1 when a file failed', async () => {
    stage.emulator.faults.add({ endpoint: 'base', refuse: 'FileTypeForbiddenError', skip: 2 })
    stage.emulator.faults.add({ endpoint: 'base', drop: 'answer', times: 2 })
    const values: number[] = []
    const ofFiles = new Map<number, number[]>()
    await stage.createClient().uploadFiles([...files(4), ...files(1, 50_000)], {
      onProgress: (progress) => progress.isComputable && values.push(progress.value),
      onFileProgress: (progress, index) =>
        progress.isComputable && ofFiles.set(index, [...(ofFiles.get(index) ?? []), progress.value]),
    })
    for (const one of [values, ...ofFiles.values()]) expect(one).toEqual([...one].sort((a, b) => a - b))
    expect(values.at(-1)).toBe(1)
    expect(ofFiles.size).toBe(5)
  })

  it('fetches one token for a hundred files', async () => {
    const before = stage.issued
    await stage.createClient().uploadFiles(files(100), { concurrency: 10 })
    expect(stage.issued - before).toBe(1)
  })

  it('stops immediately when the signal aborts, and keeps the finished files', async () => {
    const controller = new AbortController()
    stage.emulator.faults.add({ endpoint: 'base', skip: 2, until: new Promise(() => undefined) })
    const upload = stage.createClient().uploadFiles(files(50), { concurrency: 1, signal: controller.signal })
    await expect.poll(() => stage.emulator.journal.entries('base').length).toBe(3)
    // While the third file is sent, the second is processed.
    await expect.poll(() => stage.emulator.journal.entries('info').length).toBe(2)
    await fetch(stage.url)
    controller.abort()
    const outcomes = await upload
    expect(outcomes.map(({ status }) => status).slice(0, 3)).toEqual(['fulfilled', 'fulfilled', 'rejected'])
    expect(outcomes.slice(2).every((one) => 'reason' in one && one.reason instanceof CancelError)).toBe(true)
    expect(stage.emulator.journal.entries('base')).toHaveLength(3)
  })

  it('rejects an invalid concurrency', async () => {
    for (const concurrency of [0, -1, 1.5, NaN]) {
      await expect(stage.createClient().uploadFiles(files(1), { concurrency })).rejects.toThrow(
        /"concurrency".*whole number/,
      )
    }
  })

  it('resolves to an empty list for no files', async () => {
    expect(await stage.createClient().uploadFiles([])).toEqual([])
  })
})

describe('uploadFile in Node', () => {
  const served = async (uuid: string): Promise<string> => (await fetch(`${stage.url}/${uuid}/`)).text()

  it('uploads a File with its name and type', async () => {
    const file = await stage
      .createClient()
      .uploadFile(new File(['Hello'], 'hello.txt', { type: 'text/plain' }))
    expect(file).toMatchObject({ name: 'hello.txt', mimeType: 'text/plain', size: 5 })
    expect(await served(file.uuid)).toBe('Hello')
  })

  it('uploads a large Blob in parts', async () => {
    const blob = new Blob([Buffer.alloc(11 * MEBIBYTE, 'abcdefg')], { type: 'text/plain' })
    const file = await stage.createClient().uploadFile(blob, { fileName: 'large.txt' })
    expect(file).toMatchObject({ size: 11 * MEBIBYTE, mimeType: 'text/plain' })
    expect(await served(file.uuid)).toBe(await blob.text())
  })

  it('uploads the bytes of a Uint8Array, and not the rest of its buffer', async () => {
    const bytes = new TextEncoder().encode('<<Hello>>').subarray(2, 7)
    expect(await served((await stage.createClient().uploadFile(bytes)).uuid)).toBe('Hello')
  })

  it('uploads a web stream, a Node stream and an async generator', async () => {
    async function* generate(): AsyncGenerator<Uint8Array> {
      yield new TextEncoder().encode('Hel')
      await Promise.resolve()
      yield new TextEncoder().encode('lo')
    }
    const { Readable } = await import('node:stream')
    for (const stream of [new Blob(['Hello']).stream(), Readable.from(generate()), generate()]) {
      const file = await stage.createClient().uploadFile(stream, { fileName: 'hello.txt' })
      expect(file.name).toBe('hello.txt')
      expect(await served(file.uuid)).toBe('Hello')
    }
  })

  it('accepts a File in base and uploadFileGroup', async () => {
    const client = stage.createClient()
    const { file } = await client.base(new File(['Hello'], 'a.txt'))
    expect(await client.info(file)).toMatchObject({ originalFilename: 'a.txt' })
    expect(await client.uploadFileGroup(files(2))).toMatchObject({ filesCount: 2 })
  })
})
