import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answerWithoutStack } from '../../src/server/answer-without-stack.js'

afterEach(() => vi.restoreAllMocks())

describe('answerWithoutStack', () => {
  it('sends only a status to the browser and logs the error', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue()
    const error = new Error('a path of this machine')
    const app = express()
    app.get('/', () => {
      throw error
    })
    app.use(answerWithoutStack)
    const server = app.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo

    const response = await fetch(`http://127.0.0.1:${port}/`)
    server.close()

    expect(response.status).toBe(500)
    expect(await response.text()).toBe('Internal Server Error')
    expect(log).toHaveBeenCalledWith(error)
  })
})
