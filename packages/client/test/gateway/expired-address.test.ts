import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createResumableUpload } from '../../src/resumable/index.js'
import { MEBIBYTE, useStage } from '../use-stage.js'
import { startGateway, type Gateway, type GatewayAnswer } from './start-gateway.js'

const stage = await useStage()
let gateway: Gateway
beforeEach(async () => {
  gateway = await startGateway(stage.url)
})
afterEach(() => gateway.close())

const xml = (status: number, code: string, message: string): GatewayAnswer => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`,
})
const file = (): File => new File([new Uint8Array(11 * MEBIBYTE)], 'large.bin')

describe.each([
  ['400 ExpiredToken', xml(400, 'ExpiredToken', 'The provided token has expired.')],
  ['404 NoSuchUpload', xml(404, 'NoSuchUpload', 'The specified upload does not exist.')],
  ['403 AccessDenied', xml(403, 'AccessDenied', 'Request has expired')],
])('a part whose address has expired: %s of S3', (_, answer) => {
  it('ends an upload with advice to upload the file again', async () => {
    gateway.answerNext('part', answer, Infinity)
    await expect(stage.createClient({ baseURL: gateway.url }).uploadFile(file())).rejects.toMatchObject({
      code: 'ERR_UPLOAD_RESPONSE',
      status: answer.status,
      message: expect.stringMatching(/has expired: upload the file again/) as unknown,
    })
    expect(stage.types()).not.toContain('retried')
  })

  it('starts a resumed upload again from zero', async () => {
    const client = stage.createClient({ baseURL: gateway.url })
    const upload = createResumableUpload(client, file(), { maxConcurrentRequests: 1 })
    let isPaused = false
    gateway.intercept = (path) => {
      if (path === 'part' && !isPaused) {
        isPaused = true
        upload.pause()
      }
      return undefined
    }
    await expect.poll(() => isPaused).toBe(true)
    gateway.answerNext('part', answer)
    upload.resume()
    await expect(upload.result).resolves.toMatchObject({ size: 11 * MEBIBYTE })
    expect(gateway.count('multipart/start')).toBe(2)
  })
})
