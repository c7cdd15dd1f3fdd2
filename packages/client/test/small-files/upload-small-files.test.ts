import { CancelError } from '@uploadcare/upload-client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { uploadFiles, uploadSmallFiles, type SmallFilesOptions, type UploadEvent } from '../../src/index.js'
import { RAW } from '../gateway/raw-answers.js'
import { startGateway, type Gateway, type GatewayAnswer } from '../gateway/start-gateway.js'
import { MEBIBYTE, text, useStage } from '../use-stage.js'

const stage = await useStage()
const requests = (endpoint: 'base' | 'info' | 'multipart/start'): number =>
  stage.emulator.journal.entries(endpoint).length
const served = async (uuid: string): Promise<string> => (await fetch(`${stage.url}/${uuid}/`)).text()

const files = (count: number, bytes = 1000): File[] =>
  Array.from(
    { length: count },
    (_, index) =>
      new File([String(index).padEnd(bytes, 'x')], `${String(index)}.txt`, { type: 'text/plain' }),
  )

const statuses = (outcomes: readonly PromiseSettledResult<unknown>[]): string =>
  outcomes.map(({ status }) => status.charAt(0)).join('')

describe('uploadSmallFiles', () => {
  it('sends as many files in a request as filesPerRequest, and returns what uploadFiles returns', async () => {
    const client = stage.createClient()
    const options = { metadata: { album: 'summer' }, store: true, tags: ['a', 'b'] }
    const outcomes = await uploadSmallFiles(client, files(7), { ...options, filesPerRequest: 3 })
    // The last file would have a request to itself.
    expect(requests('base')).toBe(3)
    expect(requests('info')).toBe(7)
    const alone = await client.uploadFiles(files(7), options)
    const withoutUuid = (list: typeof alone): unknown =>
      list.map((one) => 'value' in one && Object.assign({}, one.value, { uuid: '', cdnUrl: '' }))
    expect(withoutUuid(outcomes)).toEqual(withoutUuid(alone))
    for (const [index, outcome] of outcomes.entries()) {
      if (outcome.status === 'rejected') throw outcome.reason
      expect(outcome.value).toMatchObject({ name: `${String(index)}.txt`, metadata: { album: 'summer' } })
      expect(await served(outcome.value.uuid)).toBe(String(index).padEnd(1000, 'x'))
    }
  })

  it('returns the UUIDs without requests to info when info is false', async () => {
    const outcomes = await uploadSmallFiles(stage.createClient(), files(4), { info: false })
    expect([requests('base'), requests('info')]).toEqual([1, 0])
    for (const [index, outcome] of outcomes.entries()) {
      if (outcome.status === 'rejected') throw outcome.reason
      expect(outcome.value.cdnUrl).toMatch(
        new RegExp(`^https://\\w+\\.ucarecd\\.net/${outcome.value.uuid}/$`),
      )
      expect(await served(outcome.value.uuid)).toBe(String(index).padEnd(1000, 'x'))
    }
  })

  it('uploads bytes, files with equal names and files without a name', async () => {
    const same = new File(['a'], 'same.txt')
    const unusual = new File(['q'], 'a "quoted" ü 😀.txt')
    const data = [
      same,
      new File(['b'], 'same.txt'),
      same,
      text(3),
      new Blob(['blob']),
      new Uint8Array([33]),
      unusual,
    ]
    const outcomes = await uploadSmallFiles(stage.createClient(), data)
    expect(requests('base')).toBe(1)
    const found = await Promise.all(
      outcomes.map(
        async (one) =>
          'value' in one && [one.value.originalFilename, one.value.mimeType, await served(one.value.uuid)],
      ),
    )
    const binary = 'application/octet-stream'
    expect(found).toEqual([
      ['same.txt', binary, 'a'],
      ['same.txt', binary, 'b'],
      ['same.txt', binary, 'a'],
      ['original', binary, 'hel'],
      ['original', binary, 'blob'],
      ['original', binary, '!'],
      // As browsers send it.
      ['a %22quoted%22 ü 😀.txt', binary, 'q'],
    ])
  })

  it('uploads large and empty files, URLs, UUIDs and invalid values of the list as uploadFiles does', async () => {
    const client = stage.createClient()
    const { uuid } = await client.uploadFile(text())
    const data: unknown[] = [
      new Blob([]),
      files(1)[0],
      text(11 * MEBIBYTE),
      null,
      files(1)[0],
      uuid,
      `${stage.url}/${uuid}/`,
      new File(['x'], 'line\nbreak.txt'),
      files(1)[0],
      42,
      new Response('stream').body,
    ]
    const outcomes = await uploadSmallFiles(client, data as File[])
    const alone = await client.uploadFiles(
      data.map((one) => (one instanceof ReadableStream ? 'x' : one)) as File[],
    )
    expect(statuses(outcomes).slice(0, -1)).toBe(statuses(alone).slice(0, -1))
    expect(statuses(outcomes)).toBe('fffrfffrfrf')
    expect(requests('multipart/start')).toBe(2)
  })

  it('holds at most 1,000,000 bytes in a request', async () => {
    await uploadSmallFiles(stage.createClient(), files(7, 300_000))
    expect(stage.emulator.journal.entries('base').map(({ id = '' }) => id.split(' ').length)).toEqual([
      3, 3, 1,
    ])
  })

  it('sends each file of a refused request alone, so that only the invalid one fails', async () => {
    stage.emulator.faults.add({ endpoint: 'base', refuse: 'FileTypeForbiddenError' })
    stage.emulator.faults.add({ endpoint: 'base', skip: 2, refuse: 'FileTypeForbiddenError' })
    const outcomes = await uploadSmallFiles(stage.createClient(), files(6), {
      filesPerRequest: 3,
      concurrency: 1,
    })
    expect(outcomes).toMatchObject([
      { status: 'fulfilled' },
      { status: 'rejected', reason: { code: 'FileTypeForbiddenError' } },
      { status: 'fulfilled' },
      { status: 'fulfilled' },
      { status: 'fulfilled' },
      { status: 'fulfilled' },
    ])
    expect(requests('base')).toBe(5)
  })

  it('takes a token for each request when it is sent, and repeats a refused one once', async () => {
    stage.issue.uploadReceipt = 'receipt-of-ada'
    const client = stage.createClient()
    stage.emulator.faults.add({ endpoint: 'base', refuse: 'SignatureExpirationError' })
    const outcomes = await uploadSmallFiles(client, files(4), { filesPerRequest: 2, concurrency: 1 })
    expect(statuses(outcomes)).toBe('ffff')
    expect([requests('base'), stage.events.filter(({ type }) => type === 'refused').length]).toEqual([3, 1])
    for (const one of outcomes)
      expect(one).toMatchObject({ value: { metadata: { uploadReceipt: 'receipt-of-ada' } } })
  })

  it('does not repeat the files alone when the token was refused twice', async () => {
    stage.emulator.faults.add({ endpoint: 'base', times: Infinity, refuse: 'SignatureInvalidError' })
    const outcomes = await uploadSmallFiles(stage.createClient(), files(4))
    expect(requests('base')).toBe(2)
    for (const one of outcomes) expect(one).toMatchObject({ reason: { code: 'ERR_TOKEN_REFUSED' } })
  })

  it('sends the files alone when a token allows fewer files than the request has', async () => {
    stage.emulator.faults.add({ endpoint: 'base', times: 2, refuse: 'OperationsLimitExceededError' })
    const outcomes = await uploadSmallFiles(stage.createClient(), files(4))
    expect(statuses(outcomes)).toBe('ffff')
  })

  it('repeats a request after a transient failure, and names its files in the event', async () => {
    const events: UploadEvent[] = []
    stage.emulator.faults.add({ endpoint: 'base', drop: 'request' })
    stage.emulator.faults.add({ endpoint: 'base', throttle: { retryAfterSeconds: 3 } })
    const outcomes = await uploadSmallFiles(stage.createClient(), files(3), {
      onEvent: (event) => events.push(event),
    })
    expect(statuses(outcomes)).toBe('fff')
    const names = ['0.txt', '1.txt', '2.txt']
    expect(events).toMatchObject([
      { type: 'retried', what: 'base', because: 'network', names },
      { type: 'retried', what: 'base', because: 'throttled', delayMs: 3000, names },
    ])
    expect(requests('base')).toBe(3)
  })

  it('does not send the files alone while Uploadcare throttles', async () => {
    stage.emulator.faults.add({ endpoint: 'base', times: Infinity, throttle: {} })
    const options = { retryThrottledRequestMaxTimes: 1 }
    const outcomes = await uploadSmallFiles(stage.createClient(), files(3), options)
    expect(requests('base')).toBe(2)
    for (const one of outcomes) expect(one).toMatchObject({ reason: { code: 'RequestThrottledError' } })
  })

  it('reports progress by bytes that never decreases and ends at 1', async () => {
    stage.emulator.faults.add({ endpoint: 'base', refuse: 'FileTypeForbiddenError', skip: 1, times: 2 })
    const values: number[] = []
    const ofFiles = new Map<number, number[]>()
    const outcomes = await uploadSmallFiles(
      stage.createClient(),
      [...files(6, 100), ...files(1, 2_000_000)],
      {
        filesPerRequest: 2,
        concurrency: 1,
        onProgress: (progress) => progress.isComputable && values.push(progress.value),
        onFileProgress: (progress, index) =>
          progress.isComputable && ofFiles.set(index, [...(ofFiles.get(index) ?? []), progress.value]),
      },
    )
    expect(statuses(outcomes)).toBe('fffffff')
    expect(values).toEqual([...values].sort((a, b) => a - b))
    expect(values.at(-1)).toBe(1)
    expect(values[0]).toBeLessThan(0.001)
    expect([...ofFiles.keys()].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6])
    for (const one of ofFiles.values()) {
      expect(one).toEqual([...one].sort((a, b) => a - b))
      expect(one.at(-1)).toBe(1)
    }
  })

  it('stops immediately when the signal aborts, and keeps the files that were sent', async () => {
    const controller = new AbortController()
    stage.emulator.faults.add({ endpoint: 'base', skip: 1, until: new Promise(() => undefined) })
    const upload = uploadSmallFiles(stage.createClient(), files(6), {
      filesPerRequest: 2,
      concurrency: 1,
      info: false,
      signal: controller.signal,
    })
    await expect.poll(() => requests('base')).toBe(2)
    controller.abort()
    const outcomes = await upload
    expect(statuses(outcomes)).toBe('ffrrrr')
    expect(outcomes.slice(2).every((one) => 'reason' in one && one.reason instanceof CancelError)).toBe(true)
    expect(requests('base')).toBe(2)
  })

  it('causes no warning about listeners, however many files share a signal', async () => {
    const warnings: Error[] = []
    const note = (warning: Error): void => void warnings.push(warning)
    process.on('warning', note)
    const { signal } = new AbortController()
    const outcomes = await uploadSmallFiles(stage.createClient(), files(60), { filesPerRequest: 5, signal })
    // Node emits warnings in a later task.
    await fetch(stage.url)
    process.off('warning', note)
    expect(statuses(outcomes)).toBe('f'.repeat(60))
    expect(warnings).toEqual([])
  })

  it('sends nothing with a signal that is already aborted', async () => {
    const outcomes = await uploadSmallFiles(stage.createClient(), files(3), { signal: AbortSignal.abort() })
    expect(outcomes.every((one) => 'reason' in one && one.reason instanceof CancelError)).toBe(true)
    expect(requests('base')).toBe(0)
  })

  it('does not continue with the tokens of the next user after a sign-out', async () => {
    const client = stage.createClient()
    let letGo = (): void => undefined
    const until = new Promise<void>((resolve) => (letGo = resolve))
    stage.emulator.faults.add({ endpoint: 'base', until })
    const upload = uploadSmallFiles(client, files(6), { filesPerRequest: 2, concurrency: 1 })
    await expect.poll(() => requests('base')).toBe(1)
    client.tokenSource.clear()
    letGo()
    expect(statuses(await upload)).toBe('ffrrrr')
    expect(requests('base')).toBe(1)
  })

  it('takes a token source, and works for no file and one file', async () => {
    const { tokenSource } = stage.createClient()
    const values: unknown[] = []
    const options = { baseURL: stage.url, onProgress: (progress: unknown) => values.push(progress) }
    expect(await uploadSmallFiles(tokenSource, [], options)).toEqual([])
    expect(values).toEqual([{ isComputable: true, value: 1 }])
    expect(statuses(await uploadSmallFiles(tokenSource, files(1), options))).toBe('f')
    expect(statuses(await uploadFiles(tokenSource, files(1), options))).toBe('f')
  })

  it.each<[unknown, RegExp]>([
    [{ filesPerRequest: 0 }, /"filesPerRequest" must be a whole number of files, 1 to 100/],
    [{ filesPerRequest: 101 }, /"filesPerRequest"/],
    [{ filesPerRequest: 2.5 }, /"filesPerRequest"/],
    [{ filesPerRequst: 5 }, /Did you mean "filesPerRequest"/],
    [{ info: 'no' }, /"info" must be true or false/],
    [{ concurrency: 0 }, /"concurrency"/],
    [{ secureSignature: 'x' }, /"secureSignature"/],
  ])('refuses %o before it sends anything', async (options, message) => {
    await expect(
      uploadSmallFiles(stage.createClient(), files(2), options as SmallFilesOptions),
    ).rejects.toThrow(message)
    expect(requests('base')).toBe(0)
  })

  it('refuses something else than a list', async () => {
    await expect(uploadSmallFiles(stage.createClient(), files(1)[0] as never)).rejects.toThrow(
      /array of files/,
    )
  })
})

describe('uploadSmallFiles behind a proxy', () => {
  let gateway: Gateway
  beforeEach(async () => {
    gateway = await startGateway(stage.url)
  })
  afterEach(() => gateway.close())

  it.each([413, 403, 404])('sends all files alone after one bare %i', async (status) => {
    gateway.answerNext('base', { status, body: '<html>No</html>' })
    const client = stage.createClient({ baseURL: gateway.url })
    const outcomes = await uploadSmallFiles(client, files(9), { filesPerRequest: 3, concurrency: 1 })
    expect(statuses(outcomes)).toBe('fffffffff')
    expect(gateway.count('base')).toBe(10)
  })

  it.each<[string, GatewayAnswer]>([
    ['lost connections', RAW.closed],
    ['a 503', { status: 503 }],
  ])('still shares the next requests after one that failed for %s', async (_, answer) => {
    gateway.answerNext('base', answer, 2)
    const client = stage.createClient({ baseURL: gateway.url })
    const options = { filesPerRequest: 3, concurrency: 1, retryNetworkErrorMaxTimes: 1 }
    const outcomes = await uploadSmallFiles(client, files(9), options)
    expect(statuses(outcomes)).toBe('fffffffff')
    // Two attempts with three files, two requests with three files, and three files alone.
    expect(gateway.count('base')).toBe(7)
  })

  it('sends no file alone when the token is refused for each of them', async () => {
    const client = stage.createClient({ baseURL: gateway.url })
    stage.emulator.faults.add({ endpoint: 'base', times: Infinity, refuse: 'SignatureInvalidError' })
    const outcomes = await uploadSmallFiles(client, files(6), { filesPerRequest: 3, concurrency: 1 })
    expect(statuses(outcomes)).toBe('rrrrrr')
    expect(gateway.count('base')).toBe(4)
  })

  it('does not take an answer that lacks a file for a success', async () => {
    let times = 0
    gateway.intercept = (path, body) => {
      if (path !== 'base' || !body.includes('name="file1"')) return undefined
      times++
      return { status: 200, body: '{"file":"3ee2b1a4-7e4c-4a0e-9d5f-0c1a5f0d7e11"}' }
    }
    const client = stage.createClient({ baseURL: gateway.url })
    const outcomes = await uploadSmallFiles(client, files(3))
    expect(statuses(outcomes)).toBe('fff')
    expect(times).toBe(3)
    const uuids = outcomes.map((one) => 'value' in one && one.value.uuid)
    expect(new Set(uuids).size).toBe(3)
    expect(uuids).not.toContain('3ee2b1a4-7e4c-4a0e-9d5f-0c1a5f0d7e11')
  })

  it('assigns the UUIDs by field, whatever the order of the answer', async () => {
    const uuids: Record<string, string> = {
      file: '3ee2b1a4-7e4c-4a0e-9d5f-0c1a5f0d7e11',
      file1: '4ee2b1a4-7e4c-4a0e-9d5f-0c1a5f0d7e12',
      file2: '5ee2b1a4-7e4c-4a0e-9d5f-0c1a5f0d7e13',
    }
    gateway.intercept = (path) =>
      path === 'base'
        ? { status: 200, body: JSON.stringify(Object.fromEntries(Object.entries(uuids).reverse())) }
        : undefined
    const client = stage.createClient({ baseURL: gateway.url })
    const outcomes = await uploadSmallFiles(client, files(3), { info: false })
    expect(outcomes.map((one) => 'value' in one && one.value.uuid)).toEqual(Object.values(uuids))
  })
})

describe('the form of small files', () => {
  it('leaves out metadata that is undefined', async () => {
    const metadata = { album: undefined, year: '2026' } as unknown as Record<string, string>
    const [outcome] = await uploadSmallFiles(stage.createClient(), files(2), { metadata })
    expect(requests('base')).toBe(1)
    expect(outcome).toMatchObject({ status: 'fulfilled', value: { metadata: { year: '2026' } } })
    expect(outcome).not.toHaveProperty('value.metadata.album')
  })
})
