import { describeInChromium } from '@secure-uploading/tooling/chromium'
import { expect, it } from 'vitest'
import { usePage } from '../test/chromium/use-page.js'

describeInChromium('an auth token in a page whose upload-client cannot send it', () => {
  const demo = usePage()

  it('fails each way of uploading before a byte is sent, and names the version to install', async () => {
    const page = await demo.open()
    const outcomes = await page.evaluate(async () => {
      const fetchToken = (): Promise<unknown> =>
        Promise.resolve({ authToken: 'header.claims.mac', publicKey: 'demopublickey', expiresIn: 60 })
      const tokenSource = window.client.createTokenSource({ fetchToken })
      const client = window.createClient({ tokenSource })
      const queue = window.client.createUploadQueue({ client, owner: 'ann' })
      queue.add([new File(['x'], 'a.txt')])
      const failures = await Promise.allSettled([
        ...window.client.WAYS.map((way) => way.upload(client)),
        queue.settled().then(([item]) => {
          throw item?.error ?? new Error('uploaded')
        }),
      ])
      return failures.map((outcome) => {
        const { code, message } = (outcome.status === 'rejected' ? outcome.reason : {}) as {
          code?: string
          message?: string
        }
        return { code, message }
      })
    })
    expect(outcomes).toHaveLength(6)
    for (const outcome of outcomes) {
      expect(outcome).toEqual({
        code: 'ERR_CREDENTIAL_UNSUPPORTED',
        message: expect.stringMatching(/upload-client 6\.23 or newer/) as string,
      })
    }
    const { journal } = demo.stage.server.emulator
    expect([...journal.entries('base'), ...journal.entries('multipart/start')]).toEqual([])
  })
})
