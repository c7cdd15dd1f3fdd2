import express from 'express'
import { request as sendRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { createWebhookHandler } from '../src/index.js'

const closers: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

it('answers 413 at the end of a large body without Content-Length', async () => {
  const webhook = createWebhookHandler({ signingSecret: 'signing secret', onEvent: () => undefined })
  const listening = express().all('/webhook', webhook).listen(0, '127.0.0.1')
  closers.push(() => new Promise((resolve) => listening.close(resolve)))
  await new Promise((resolve) => listening.once('listening', resolve))
  const { port } = listening.address() as AddressInfo

  const status = await new Promise((resolve, reject) => {
    const headers = { 'x-uc-signature': `v1=${'0'.repeat(64)}` }
    const options = { host: '127.0.0.1', port, path: '/webhook', method: 'POST', headers }
    const sent = sendRequest(options, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    })
    sent.on('error', reject)
    // Several writes are sent chunked, without Content-Length.
    for (let piece = 0; piece < 32; piece++) sent.write(Buffer.alloc(65_536, ' '))
    sent.end()
  })

  expect(status).toBe(413)
})
