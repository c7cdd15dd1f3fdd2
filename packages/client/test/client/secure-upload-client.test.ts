import { inspect } from 'node:util'
import { CancelError, UploadClient } from '@uploadcare/upload-client'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { SecureUploadClient } from '../../src/client/secure-upload-client.js'
import type { SecureUploadSettings } from '../../src/client/secure-upload-settings.js'
import { createTokenSource } from '../../src/token-source/create-token-source.js'
import { PUBLIC_KEY, startStage, type Stage } from '../start-stage.js'

const MEBIBYTE = 1024 * 1024
const text = (length = 11): Buffer => Buffer.alloc(length, 'hello world')

let stage: Stage
beforeAll(async () => {
  stage = await startStage()
})
beforeEach(() => {
  stage.issue = { expiresIn: 60, secretKey: 'demosecretkey', publicKey: PUBLIC_KEY }
  stage.longestDeadlineMs = Infinity
  stage.events.length = 0
})
afterEach(() => stage.emulator.reset())
afterAll(() => stage.close())

describe('a drop-in for UploadClient', () => {
  it('is one', () => {
    expect(stage.createClient()).toBeInstanceOf(UploadClient)
  })

  it('uploads a file that comes back byte for byte', async () => {
    const bytes = text(100_000)
    const file = await stage.createClient().uploadFile(bytes, { fileName: 'hello.txt' })
    expect(file).toMatchObject({ name: 'hello.txt', size: 100_000 })
    const served = await fetch(`${stage.url}/${file.uuid}/`)
    expect(Buffer.from(await served.arrayBuffer()).equals(bytes)).toBe(true)
  })

  it('signs each of the four low-level requests', async () => {
    const client = stage.createClient()
    const { file: uuid } = await client.base(text())
    expect(await client.group([uuid])).toMatchObject({ filesCount: 1 })
    expect(await client.multipartStart(10 * MEBIBYTE)).toMatchObject({ parts: expect.any(Array) as unknown })
    const signed = stage.emulator.journal.entries().filter(({ credential }) => credential === 'signature')
    expect(signed.map(({ endpoint }) => endpoint)).toEqual(['base', 'group', 'multipart/start'])
    expect(stage.issued).toBeGreaterThan(0)
  })

  it('does every other thing as before, once the endpoint has told the public key', async () => {
    const { uuid } = await stage.createClient().uploadFile(text())
    expect(await stage.createClient().info(uuid)).toMatchObject({ uuid })
    expect(await stage.createClient().isReadyPoll(uuid)).toMatchObject({ isReady: true })
    expect(await stage.createClient().uploadFile(uuid)).toMatchObject({ uuid })
    const group = await stage.createClient().group([uuid])
    expect(await stage.createClient().groupInfo(group.id)).toMatchObject({ id: group.id })
  })

  it('uploads a file of 11 MiB in parts of which none carries a token', async () => {
    const bytes = text(11 * MEBIBYTE)
    const file = await stage.createClient().uploadFile(bytes, { fileName: 'large.bin' })
    expect(file).toMatchObject({ size: 11 * MEBIBYTE, name: 'large.bin' })
    expect(stage.emulator.journal.entries('part').map(({ credential }) => credential)).toEqual([
      'none',
      'none',
      'none',
    ])
  })

  it('leaves the size from which a file goes in parts to the caller', async () => {
    await stage.createClient({ multipartMinFileSize: 12 * MEBIBYTE }).uploadFile(text(11 * MEBIBYTE))
    expect(stage.emulator.journal.entries('base')).toHaveLength(1)
  })

  it('gives addresses with the prefix of the project, unless told another base', async () => {
    expect((await stage.createClient().uploadFile(text())).cdnUrl).toMatch(/^https:\/\/\w+\.ucarecd\.net\//)
    const baseCDN = 'https://files.example'
    const file = await stage.createClient({ baseCDN }).uploadFile(text())
    expect(file.cdnUrl).toBe(`https://files.example/${file.uuid}/`)
  })

  it('gives metadata back under the keys that it was sent with', async () => {
    const metadata = { user_id: '7', 'camel-Case': 'x' }
    expect((await stage.createClient().uploadFile(text(), { metadata })).metadata).toEqual(metadata)
  })

  it('puts the receipt that came with a token among the metadata of each file, and only there', async () => {
    stage.issue.uploadReceipt = 'receipt-of-ada'
    const client = stage.createClient()
    for (const bytes of [text(), text(10 * MEBIBYTE)]) {
      const sent = { user_id: '7' }
      const { uuid, metadata } = await client.uploadFile(bytes, { metadata: sent })
      expect(metadata).toEqual(sent)
      expect((await client.info(uuid)).metadata).toEqual({ userId: '7', uploadReceipt: 'receipt-of-ada' })
    }
    const { uuid } = await client.uploadFile(text())
    expect((await client.info(uuid)).metadata).toEqual({ uploadReceipt: 'receipt-of-ada' })
    expect(stage.emulator.journal.entries('base')).toHaveLength(2)
  })

  it('takes settings over later', async () => {
    const client = stage.createClient({ baseURL: 'http://127.0.0.1:1' })
    client.updateSettings({ baseURL: stage.url, store: false })
    await expect(client.uploadFile(text())).resolves.toMatchObject({ isStored: false })
  })
})

describe('the public key', () => {
  it('is empty in the settings until the first token tells it', async () => {
    const client = stage.createClient()
    expect(client.getSettings().publicKey).toBe('')
    await client.uploadFile(text())
    expect(client.getSettings().publicKey).toBe(PUBLIC_KEY)
  })

  it('that differs from the endpoint’s stops an upload before a byte is sent', async () => {
    await expect(stage.createClient({ publicKey: 'another' }).uploadFile(text())).rejects.toMatchObject({
      code: 'ERR_PUBLIC_KEY_MISMATCH',
    })
    expect(stage.emulator.journal.entries()).toHaveLength(0)
  })

  it('may come from the settings alone', async () => {
    stage.issue.publicKey = undefined
    await expect(stage.createClient().uploadFile(text())).rejects.toMatchObject({
      code: 'ERR_TOKEN_MALFORMED',
    })
    await expect(stage.createClient({ publicKey: PUBLIC_KEY }).uploadFile(text())).resolves.toBeDefined()
  })
})

describe('an error', () => {
  it('shows nothing of the request that it came from, for that holds the signature', async () => {
    const requests: (() => Promise<unknown>)[] = [
      () => stage.createClient().base(text()),
      () => stage.createClient().fromUrl('https://example.com/photo.jpg'),
      () => stage.createClient().group(['nobody']),
      () => stage.createClient().multipartStart(10 * MEBIBYTE),
    ]
    for (const send of requests) {
      stage.emulator.faults.add({ status: 400, body: '{"error":{"status_code":400,"content":"No."}}' })
      const error = await send().catch((reason: unknown) => reason)
      expect(error).toMatchObject({ name: 'UploadError', message: 'No.' })
      expect(inspect(error, { depth: Infinity, showHidden: true })).not.toMatch(/[\da-f]{64}/)
    }
  })
})

describe('options that cannot be meant', () => {
  it('are a TypeError at construction', () => {
    const tokenSource = createTokenSource({ fetchToken: () => Promise.resolve(null) })
    const wrong: object[] = [
      {},
      { tokenEndpoint: '/a', tokenSource },
      { tokenSource, secureSignature: 'x' },
      { tokenSource, secureExpire: '1' },
    ]
    for (const settings of wrong) {
      expect(() => new SecureUploadClient(settings as SecureUploadSettings)).toThrow(TypeError)
    }
  })

  it('are a TypeError in a call', async () => {
    const client = stage.createClient()
    await expect(client.base(text(), { secureSignature: 'x' })).rejects.toThrow(TypeError)
    expect(() => {
      client.updateSettings({ secureExpire: '1' } as object)
    }).toThrow(TypeError)
  })
})

describe('a token that is refused', () => {
  it('as expired is replaced once for ten uploads, of which each sends its request again', async () => {
    const client = stage.createClient()
    await client.uploadFile(text())
    stage.emulator.journal.clear()
    const before = stage.issued
    // As after a sleep during which the clock was set back: the client cannot know.
    stage.emulator.clock.advanceMs(120_000)
    await Promise.all(Array.from({ length: 10 }, () => client.uploadFile(text())))
    expect(stage.issued - before).toBe(1)
    expect(stage.emulator.journal.entries('base')).toHaveLength(20)
    expect(stage.types().filter((type) => type === 'invalidated')).toHaveLength(1)
  })

  it('because the secret was rotated is replaced', async () => {
    const client = stage.createClient()
    await client.uploadFile(text())
    stage.emulator.projects.update(PUBLIC_KEY, { secretKeys: ['rotatedsecretkey'] })
    stage.issue.secretKey = 'rotatedsecretkey'
    await expect(client.uploadFile(text())).resolves.toBeDefined()
  })

  it('although it is fresh is reported with both facts, and not asked for for ever', async () => {
    stage.issue.secretKey = 'wrongsecretkey'
    const before = stage.issued
    const error = await stage
      .createClient()
      .uploadFile(text())
      .catch((caught: unknown) => caught)
    expect(error).toMatchObject({
      code: 'ERR_TOKEN_REFUSED',
      cause: { name: 'UploadError', code: 'SignatureInvalidError' },
    })
    expect(String(error)).toMatch(/SignatureInvalidError.*0\.\d s before for 60\.0 s.*secret key/)
    expect(stage.issued - before).toBe(1)
  })

  it('is not sent twice to the same end when its server’s clock is wrong', async () => {
    stage.emulator.faults.add({ refuse: 'SignatureExpirationError', times: Infinity })
    await expect(stage.createClient().group(['x'])).rejects.toMatchObject({ code: 'ERR_TOKEN_REFUSED' })
    expect(stage.emulator.journal.entries('group')).toHaveLength(1)
  })

  it('leaves other errors of Uploadcare’s as they are', async () => {
    stage.emulator.faults.add({ refuse: 'AccountLimitsExceededError' })
    await expect(stage.createClient().uploadFile(text())).rejects.toMatchObject({
      name: 'UploadError',
      code: 'AccountLimitsExceededError',
    })
  })
})

describe('a file that takes longer to upload than its token lives', () => {
  /** Holds the next requests to `/base/` until so much time has passed. */
  function slowDown(durationMs: number): void {
    const until = new Promise<void>((resolve) => {
      const timer = setInterval(() => {
        if (stage.emulator.journal.entries('base').length === 0) return
        clearInterval(timer)
        stage.passTime(durationMs)
        resolve()
      }, 1)
    })
    stage.emulator.faults.add({ endpoint: 'base', until })
  }

  it('fails below 10 MiB, and the message names both durations', async () => {
    stage.issue.expiresIn = 5
    slowDown(9000)
    const upload = stage.createClient().uploadFile(text(9 * MEBIBYTE))
    await expect(upload).rejects.toMatchObject({
      code: 'ERR_TOKEN_TOO_SHORT',
      message: expect.stringMatching(/took 9\.\d s .* lives 5\.0 s.*expiresIn/) as unknown,
      cause: { code: 'SignatureExpirationError' },
    })
    expect(stage.emulator.journal.entries('base')).toHaveLength(1)
  })

  it('goes over to parts from 10 MiB on', async () => {
    stage.issue.expiresIn = 5
    slowDown(20_000)
    const client = stage.createClient({ multipartMinFileSize: 50 * MEBIBYTE })
    await expect(client.uploadFile(text(10 * MEBIBYTE))).resolves.toMatchObject({ size: 10 * MEBIBYTE })
    expect(stage.types()).toContain('split')
  })

  it('is tried once more when its token was not new', async () => {
    stage.issue.expiresIn = 60
    const client = stage.createClient()
    await client.uploadFile(text())
    stage.passTime(40_000)
    stage.emulator.journal.clear()
    slowDown(30_000)
    await expect(client.uploadFile(text())).resolves.toBeDefined()
  })
})

describe('a request that needs no time', () => {
  it('is sent again when it was held up until its new token had ended', async () => {
    stage.issue.expiresIn = 5
    const until = Promise.resolve().then(() => {
      stage.passTime(9000)
    })
    stage.emulator.faults.add({ endpoint: 'multipart/start', until })
    await expect(stage.createClient().multipartStart(10 * MEBIBYTE)).resolves.toBeDefined()
  })

  it('that was throttled for longer than a token lives carries the next one', async () => {
    stage.issue.expiresIn = 2
    stage.emulator.faults.add({ endpoint: 'base', throttle: { retryAfterSeconds: 3 } })
    const client = stage.createClient({
      onEvent: (event) => {
        if (event.type === 'retried') stage.passTime(event.delayMs)
      },
    })
    await expect(client.uploadFile(text())).resolves.toBeDefined()
    expect(stage.emulator.journal.entries('base').map(({ errorCode }) => errorCode)).toEqual([
      'RequestThrottledError',
      undefined,
    ])
  })
})

describe('weather', () => {
  it.each([
    ['a throttled request', { throttle: { retryAfterSeconds: 3 } }],
    ['a lost connection', { drop: 'request' }],
    ['a lost answer', { drop: 'answer' }],
    ['a gateway that answers 503', { status: 503, body: '<html>' }],
    ['an answer cut short', { truncateAfterBytes: 5 }],
  ] as const)('is no reason to fail: %s', async (_, fault) => {
    // Only its deadline ends a request whose answer was cut short: Node tells upload-client nothing.
    if ('truncateAfterBytes' in fault) stage.longestDeadlineMs = 1500
    for (const endpoint of ['base', 'info'] as const) {
      stage.emulator.faults.add({ endpoint, ...fault })
      await expect(stage.createClient().uploadFile(text())).resolves.toBeDefined()
    }
    for (const endpoint of ['multipart/start', 'part', 'multipart/complete'] as const) {
      if (endpoint === 'part' && 'throttle' in fault) continue
      stage.emulator.faults.add({ endpoint, ...fault })
      await expect(stage.createClient().uploadFile(text(10 * MEBIBYTE))).resolves.toBeDefined()
    }
    expect(stage.emulator.faults.list()).toEqual([])
  })

  it('that stays is reported as upload-client does', async () => {
    stage.emulator.faults.add({ throttle: {}, times: Infinity })
    await expect(
      stage.createClient({ retryThrottledRequestMaxTimes: 0 }).uploadFile(text()),
    ).rejects.toMatchObject({ name: 'UploadError', code: 'RequestThrottledError' })
  })
})

describe('a group', () => {
  const files = (count: number): Buffer[] => Array.from({ length: count }, () => text(1000))

  it('is made of files that were uploaded a few at a time', async () => {
    const group = await stage.createClient().uploadFileGroup(files(12))
    expect(group).toMatchObject({ filesCount: 12, totalSize: 12_000 })
    const most = Math.max(
      ...stage.emulator.journal.entries('base').map(({ concurrentRequests }) => concurrentRequests),
    )
    expect(most).toBeLessThanOrEqual(4)
  })

  it('passes on what upload-client drops', async () => {
    const group = await stage.createClient().uploadFileGroup(files(2), { metadata: { user_id: '7' } })
    const info = await stage.createClient().info(group.files[0]?.uuid ?? '')
    expect(info.metadata).toEqual({ userId: '7' })
  })

  it('is signed with a token of its own time', async () => {
    const client = stage.createClient()
    stage.issue.expiresIn = 2
    stage.emulator.faults.add({ endpoint: 'base', latencyMs: 1 })
    const promise = client.uploadFileGroup(files(1))
    await promise
    const [base] = stage.emulator.journal.entries('base')
    const [group] = stage.emulator.journal.entries('group')
    expect(Number(group?.expire)).toBeGreaterThanOrEqual(Number(base?.expire))
  })

  it('takes uuids as they are', async () => {
    const client = stage.createClient()
    const { uuid } = await client.uploadFile(text())
    expect(await client.uploadFileGroup([uuid, uuid])).toMatchObject({ filesCount: 2 })
  })

  it('reports progress that never runs back and ends at 1', async () => {
    const values: number[] = []
    stage.emulator.faults.add({ endpoint: 'base', drop: 'answer' })
    await stage.createClient().uploadFileGroup(files(5), {
      onProgress: (progress) => progress.isComputable && values.push(progress.value),
    })
    expect(values).toEqual([...values].sort((a, b) => a - b))
    expect(values.at(-1)).toBe(1)
  })

  it('stops the others when a file cannot be uploaded', async () => {
    stage.emulator.faults.add({ endpoint: 'base', refuse: 'FileTypeForbiddenError' })
    await expect(stage.createClient().uploadFileGroup(files(50))).rejects.toMatchObject({
      code: 'FileTypeForbiddenError',
    })
    expect(stage.emulator.journal.entries('base').length).toBeLessThan(10)
  })
})

describe('a signal', () => {
  it('stops an upload that waits for its token', async () => {
    const controller = new AbortController()
    const client = stage.createClient({}, { fetch: () => new Promise(() => undefined) })
    const upload = client.uploadFile(text(), { signal: controller.signal })
    controller.abort()
    await expect(upload).rejects.toBeInstanceOf(CancelError)
  })

  it.each(['base', 'info', 'multipart/start', 'part', 'multipart/complete'] as const)(
    'stops an upload in %s',
    async (endpoint) => {
      const controller = new AbortController()
      stage.emulator.faults.add({ endpoint, until: new Promise(() => undefined) })
      const upload = stage
        .createClient()
        .uploadFile(text(endpoint === 'base' || endpoint === 'info' ? 10 : 10 * MEBIBYTE), {
          signal: controller.signal,
        })
      while (stage.emulator.journal.entries(endpoint).length === 0) {
        await new Promise((resolve) => setTimeout(resolve, 1))
      }
      controller.abort()
      await expect(upload).rejects.toBeInstanceOf(CancelError)
    },
  )

  it('stops an upload that waits to be sent again', async () => {
    const controller = new AbortController()
    stage.emulator.faults.add({ throttle: { retryAfterSeconds: 3600 } })
    const upload = stage.createClient().uploadFile(text(), { signal: controller.signal })
    while (!stage.types().includes('retried')) await new Promise((resolve) => setTimeout(resolve, 1))
    controller.abort()
    await expect(upload).rejects.toBeInstanceOf(CancelError)
  })

  it('is what a sign-out looks like', async () => {
    let ask: () => void = () => undefined
    const asked = new Promise<void>((resolve) => (ask = resolve))
    const fetchNothing = (): Promise<Response> => {
      ask()
      return new Promise(() => undefined)
    }
    const client = stage.createClient({}, { fetch: fetchNothing })
    const upload = client.uploadFile(text())
    await asked
    client.tokenSource.clear()
    await expect(upload).rejects.toBeInstanceOf(CancelError)
  })
})
