import { inspect } from 'node:util'
import { CancelError, UploadClient } from '@uploadcare/upload-client'
import { describe, expect, it } from 'vitest'
import { SecureUploadClient } from '../../src/client/secure-upload-client.js'
import type { SecureUploadSettings } from '../../src/client/secure-upload-settings.js'
import { createTokenSource } from '../../src/token-source/create-token-source.js'
import { MEBIBYTE, PUBLIC_KEY, text, useStage } from '../use-stage.js'
import { startSlowProcessing } from './start-slow-processing.js'

const stage = await useStage()

describe('SecureUploadClient', () => {
  it('is an UploadClient', () => {
    expect(stage.createClient()).toBeInstanceOf(UploadClient)
  })

  it('uploads a file that is served byte for byte', async () => {
    const bytes = text(100_000)
    const file = await stage.createClient().uploadFile(bytes, { fileName: 'hello.txt' })
    expect(file).toMatchObject({ name: 'hello.txt', size: 100_000 })
    const served = await fetch(`${stage.url}/${file.uuid}/`)
    expect(Buffer.from(await served.arrayBuffer()).equals(bytes)).toBe(true)
  })

  it('signs base, group and multipartStart', async () => {
    const client = stage.createClient()
    const { file: uuid } = await client.base(text())
    expect(await client.group([uuid])).toMatchObject({ filesCount: 1 })
    expect(await client.multipartStart(10 * MEBIBYTE)).toMatchObject({ parts: expect.any(Array) as unknown })
    const signed = stage.emulator.journal.entries().filter(({ credential }) => credential === 'signature')
    expect(signed.map(({ endpoint }) => endpoint)).toEqual(['base', 'group', 'multipart/start'])
    expect(stage.issued).toBeGreaterThan(0)
  })

  it('uses the public key of the endpoint for requests without a token', async () => {
    const { uuid } = await stage.createClient().uploadFile(text())
    expect(await stage.createClient().info(uuid)).toMatchObject({ uuid })
    expect(await stage.createClient().isReadyPoll(uuid)).toMatchObject({ isReady: true })
    expect(await stage.createClient().uploadFile(uuid)).toMatchObject({ uuid })
    const group = await stage.createClient().group([uuid])
    expect(await stage.createClient().groupInfo(group.id)).toMatchObject({ id: group.id })
  })

  it('uploads a file of 11 MiB in parts that carry no token', async () => {
    const bytes = text(11 * MEBIBYTE)
    const file = await stage.createClient().uploadFile(bytes, { fileName: 'large.bin' })
    expect(file).toMatchObject({ size: 11 * MEBIBYTE, name: 'large.bin' })
    expect(stage.emulator.journal.entries('part').map(({ credential }) => credential)).toEqual([
      'none',
      'none',
      'none',
    ])
  })

  it('sends a file in one request below the multipartMinFileSize of the caller', async () => {
    await stage.createClient({ multipartMinFileSize: 12 * MEBIBYTE }).uploadFile(text(11 * MEBIBYTE))
    expect(stage.emulator.journal.entries('base')).toHaveLength(1)
  })

  it('returns addresses with the prefix of the project, or with baseCDN', async () => {
    expect((await stage.createClient().uploadFile(text())).cdnUrl).toMatch(/^https:\/\/\w+\.ucarecd\.net\//)
    const baseCDN = 'https://files.example'
    const file = await stage.createClient({ baseCDN }).uploadFile(text())
    expect(file.cdnUrl).toBe(`https://files.example/${file.uuid}/`)
  })

  it('returns metadata under the keys that were sent', async () => {
    const metadata = { user_id: '7', 'camel-Case': 'x' }
    expect((await stage.createClient().uploadFile(text(), { metadata })).metadata).toEqual(metadata)
  })

  it('adds the receipt of a token to the metadata of each file', async () => {
    stage.issue.uploadReceipt = 'receipt-of-ada'
    const client = stage.createClient()
    for (const bytes of [text(), text(10 * MEBIBYTE)]) {
      const { uuid, metadata } = await client.uploadFile(bytes, { metadata: { user_id: '7' } })
      expect(metadata).toEqual({ user_id: '7', uploadReceipt: 'receipt-of-ada' })
      expect((await client.info(uuid)).metadata).toEqual({ userId: '7', uploadReceipt: 'receipt-of-ada' })
    }
    const { uuid } = await client.uploadFile(text())
    expect((await client.info(uuid)).metadata).toEqual({ uploadReceipt: 'receipt-of-ada' })
    expect(stage.emulator.journal.entries('base')).toHaveLength(2)
  })

  it('treats an option that is undefined as missing', async () => {
    const client = stage.createClient({ multipartMinFileSize: undefined })
    const options = {
      fileName: undefined,
      contentType: undefined,
      baseURL: undefined,
      store: undefined,
    } as object
    for (const size of [11, 10 * MEBIBYTE]) {
      const file = new File([new Uint8Array(size)], 'a.txt', { type: 'text/x-test' })
      expect(await client.uploadFile(file, options)).toMatchObject({
        originalFilename: 'a.txt',
        mimeType: 'text/x-test',
      })
    }
  })

  it('repeats info, isReadyPoll, groupInfo and fromUrlStatus, and cancels them when the signal aborts', async () => {
    const client = stage.createClient()
    const { uuid } = await client.uploadFile(text())
    const { id } = await client.group([uuid])
    const { faults } = stage.emulator
    for (const fault of [{ status: 503 }, { drop: 'request' }, { throttle: {} }] as const) {
      faults.add({ endpoint: ['info', 'group/info'], times: 1, ...fault })
      await expect(client.info(uuid)).resolves.toMatchObject({ uuid })
      faults.add({ endpoint: 'info', ...fault })
      await expect(client.isReadyPoll(uuid)).resolves.toMatchObject({ uuid })
      faults.add({ endpoint: 'group/info', ...fault })
      await expect(client.groupInfo(id)).resolves.toMatchObject({ id })
    }
    faults.add({ endpoint: 'from_url/status', status: 503 })
    await expect(client.fromUrlStatus('unknown')).resolves.toMatchObject({ status: 'unknown' })

    faults.add({ endpoint: 'info', throttle: { retryAfterSeconds: 500 } })
    const controller = new AbortController()
    const info = client.info(uuid, { signal: controller.signal })
    await expect.poll(() => stage.types()).toContain('retried')
    controller.abort()
    await expect(info).rejects.toBeInstanceOf(CancelError)
  })

  it('waits for processing longer than the deadline of one answer', async () => {
    stage.longestDeadlineMs = 1000
    const client = stage.createClient({ retryNetworkErrorMaxTimes: 0 })
    const slow = await startSlowProcessing(stage.url, 4)
    try {
      await expect(client.uploadFile(text(), { baseURL: slow.url })).resolves.toMatchObject({ size: 11 })
      expect(slow.infoRequests()).toBeGreaterThan(4)
    } finally {
      await slow.close()
    }
  })

  it('applies updateSettings to later uploads', async () => {
    const client = stage.createClient({ baseURL: 'http://127.0.0.1:1' })
    client.updateSettings({ baseURL: stage.url, store: false })
    await expect(client.uploadFile(text())).resolves.toMatchObject({ isStored: false })
  })
})

describe('publicKey', () => {
  it('is empty in the settings until the first token arrives', async () => {
    const client = stage.createClient()
    expect(client.getSettings().publicKey).toBe('')
    await client.uploadFile(text())
    expect(client.getSettings().publicKey).toBe(PUBLIC_KEY)
  })

  it('rejects before a byte is sent when it differs from the key of the endpoint', async () => {
    await expect(stage.createClient({ publicKey: 'another' }).uploadFile(text())).rejects.toMatchObject({
      code: 'ERR_PUBLIC_KEY_MISMATCH',
    })
    expect(stage.emulator.journal.entries()).toHaveLength(0)
  })

  it('does not keep the key of one call or one user for the next', async () => {
    stage.issue.publicKey = undefined
    const client = stage.createClient({ publicKey: PUBLIC_KEY })
    await expect(client.uploadFile(text(), { publicKey: 'another' })).rejects.toThrow()
    expect(client.getSettings().publicKey).toBe(PUBLIC_KEY)

    stage.issue.publicKey = PUBLIC_KEY
    const learning = stage.createClient()
    await learning.uploadFile(text())
    expect(learning.getSettings().publicKey).toBe(PUBLIC_KEY)
    learning.tokenSource.clear()
    expect(learning.getSettings().publicKey).toBe('')
  })

  it('is taken from the settings when the endpoint sends none', async () => {
    stage.issue.publicKey = undefined
    await expect(stage.createClient().uploadFile(text())).rejects.toMatchObject({
      code: 'ERR_TOKEN_MALFORMED',
    })
    await expect(stage.createClient({ publicKey: PUBLIC_KEY }).uploadFile(text())).resolves.toBeDefined()
  })
})

describe('UploadError', () => {
  it('does not contain the request, which contains the signature', async () => {
    const requests: (() => Promise<unknown>)[] = [
      () => stage.createClient().base(text()),
      () => stage.createClient().fromUrl('https://example.com/photo.jpg'),
      () => stage.createClient().group(['unknown']),
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

describe('invalid options', () => {
  it('throw a TypeError at construction', () => {
    const tokenSource = createTokenSource({ fetchToken: () => Promise.resolve(null) })
    const wrong: object[] = [
      {},
      { tokenEndpoint: '/a', tokenSource },
      { tokenSource, secureSignature: 'x' },
      { tokenSource, secureExpire: '1' },
      { tokenSource, retryThrottledRequestMaxTimes: -1 },
      { tokenSource, retryNetworkErrorMaxTimes: NaN },
      { tokenSource, maxConcurrentRequests: 0 },
    ]
    for (const settings of wrong) {
      expect(() => new SecureUploadClient(settings as SecureUploadSettings)).toThrow(TypeError)
    }
  })

  it('reject with a TypeError in a call', async () => {
    const client = stage.createClient()
    await expect(client.base(text(), { secureSignature: 'x' })).rejects.toThrow(TypeError)
    await expect(client.uploadFile(text(), { maxConcurrentRequests: NaN })).rejects.toThrow(/1 or more/)
    for (const data of [{ length: 1, 0: 'a FileList' }, { name: 'a.txt' }]) {
      await expect(client.uploadFile(data as never)).rejects.toThrow(/Expected a File/)
    }
    expect(() => {
      client.updateSettings({ secureExpire: '1' } as object)
    }).toThrow(TypeError)
  })
})
