import { CancelError } from '@uploadcare/upload-client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MEBIBYTE, text, useStage } from '../use-stage.js'
import { RAW } from './raw-answers.js'
import { startGateway, type Gateway } from './start-gateway.js'

const stage = await useStage()
let gateway: Gateway
beforeEach(async () => {
  gateway = await startGateway(stage.url)
})
afterEach(() => gateway.close())

const prefix = 'HTTP/1.1 100 Continue\r\n\r\n'
const SIZE_BYTES = 11 * MEBIBYTE
const upload = (signal?: AbortSignal): Promise<{ size: number }> =>
  stage.createClient({ baseURL: gateway.url }).uploadFile(text(SIZE_BYTES), signal && { signal })
const retries = (): unknown[] => stage.events.filter(({ type }) => type === 'retried')

describe('a part in Node that a proxy answers with 100 Continue, which was not asked for', () => {
  it('is stored without a retry, although the fetch of Node refuses that answer', async () => {
    gateway.answerNext('part', { status: 0, isForwarded: true, prefix }, Infinity)
    expect((await upload()).size).toBe(SIZE_BYTES)
    expect(retries()).toEqual([])
  })

  it('is repeated after a 503 that follows', async () => {
    gateway.answerNext('part', { status: 0, isForwarded: true, prefix }, 3)
    gateway.answerNext('part', { status: 503, prefix })
    expect((await upload()).size).toBe(SIZE_BYTES)
    expect(retries()).toMatchObject([{ what: 'multipart/part', because: 'server', status: 503 }])
  })

  it('is repeated after the connection is lost', async () => {
    gateway.answerNext('part', { status: 0, isForwarded: true, prefix }, 3)
    gateway.answerNext('part', RAW.resetInRequest)
    expect((await upload()).size).toBe(SIZE_BYTES)
    expect(retries()).toMatchObject([{ what: 'multipart/part', because: 'network' }])
  })

  it('fails with the status that follows, when that is final', async () => {
    gateway.answerNext('part', { status: 403, body: '<html>Forbidden</html>', prefix }, Infinity)
    await expect(upload()).rejects.toMatchObject({ code: 'ERR_UPLOAD_RESPONSE', status: 403 })
    expect(retries()).toEqual([])
  })

  it('is canceled by its signal', async () => {
    const controller = new AbortController()
    gateway.answerNext('part', { status: 0, isForwarded: true, prefix }, 3)
    gateway.answerNext('part', { status: 0, write: () => controller.abort() }, Infinity)
    await expect(upload(controller.signal)).rejects.toBeInstanceOf(CancelError)
  })
})
