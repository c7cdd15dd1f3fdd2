import { describe, expect, it } from 'vitest'
import {
  createTokenSource,
  uploadFile,
  uploadFiles,
  uploadFromUrl,
  uploadGroup,
  type TokenSource,
  type UploadEvent,
} from '../src/index.js'
import { MEBIBYTE, PUBLIC_KEY, text, useStage } from './use-stage.js'

const stage = await useStage()
const source = (): TokenSource => stage.createClient().tokenSource

describe('the upload functions', () => {
  it('upload with a token source alone', async () => {
    const baseURL = stage.url
    const one = source()
    const file = await uploadFile(one, new File(['Hello'], 'a.txt'), { baseURL })
    expect(file).toMatchObject({ name: 'a.txt', size: 5 })
    expect(file.cdnUrl).toMatch(/^https:\/\/\w+\.ucarecd\.net\//)
    expect(await uploadFile(one, text(11 * MEBIBYTE), { baseURL })).toMatchObject({ size: 11 * MEBIBYTE })
    expect(await uploadFile(one, file.uuid, { baseURL })).toMatchObject({ uuid: file.uuid })
    expect(await uploadGroup(one, [text(), text()], { baseURL })).toMatchObject({ filesCount: 2 })
    const outcomes = await uploadFiles(one, [text(), text()], { baseURL, concurrency: 1 })
    expect(outcomes).toMatchObject([{ status: 'fulfilled' }, { status: 'fulfilled' }])
    const copied = await uploadFromUrl(one, new URL(`${stage.url}/${file.uuid}/`), { baseURL })
    expect(copied).toMatchObject({ size: 5 })
  })

  it('name the file in their events, from its first failed attempt on', async () => {
    const events: UploadEvent[] = []
    const onEvent = (event: UploadEvent): void => void events.push(event)
    stage.emulator.faults.add({ endpoint: 'base', status: 503, times: 2 })
    await uploadFiles(source(), [new File(['x'], 'a.txt'), new File(['x'], 'b.txt')], {
      baseURL: stage.url,
      onEvent,
    })
    expect(events).toMatchObject([
      { type: 'retried', what: 'base', because: 'server', status: 503, attempt: 1 },
      { type: 'retried', what: 'base', because: 'server', status: 503, attempt: 1 },
    ])
    expect(new Set(events.map(({ name }) => name))).toEqual(new Set(['a.txt', 'b.txt']))
    expect(new Set(events.map(({ id }) => id)).size).toBe(2)

    events.length = 0
    stage.emulator.faults.add({ endpoint: 'base', status: 503 })
    await uploadFile(source(), text(), { baseURL: stage.url, onEvent, id: 'item-7', fileName: 'c.txt' })
    expect(events).toMatchObject([{ id: 'item-7', name: 'c.txt' }])
  })

  it('do not mix the public keys of two sources', async () => {
    const token = { publicKey: 'another', secureSignature: 'a'.repeat(64), secureExpire: '4102444800' }
    const other = createTokenSource({ fetchToken: () => Promise.resolve(token) })
    await uploadFile(source(), text(), { baseURL: stage.url })
    await expect(
      uploadFile(other, text(), { baseURL: stage.url, publicKey: PUBLIC_KEY }),
    ).rejects.toMatchObject({
      code: 'ERR_PUBLIC_KEY_MISMATCH',
      data: { expected: PUBLIC_KEY, received: 'another' },
    })
  })
})

describe('a file in parts that Uploadcare has processed when it is complete', () => {
  it('needs no request to info', async () => {
    await uploadFile(source(), text(11 * MEBIBYTE), { baseURL: stage.url })
    expect(stage.emulator.journal.entries('multipart/complete')).toHaveLength(1)
    expect(stage.emulator.journal.entries('info')).toHaveLength(0)
  })
})
