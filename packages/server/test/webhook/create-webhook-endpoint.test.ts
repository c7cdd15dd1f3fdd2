import { expect, it } from 'vitest'
import { createWebhookEndpoint } from '../../src/index.js'

it('does not begin to read a body that says that it is too large', async () => {
  const errors: unknown[] = []
  const endpoint = createWebhookEndpoint({
    signingSecret: 'signing secret',
    onEvent: () => undefined,
    onError: (error) => errors.push(error),
  })
  const body = (): never => {
    throw new Error('the body was read')
  }
  const ask = (length: string) =>
    endpoint({ method: 'POST', header: (name) => (name === 'content-length' ? length : undefined), body })

  expect((await ask('1048577')).status).toBe(413)
  expect(errors).toEqual([])
  expect((await ask('1048576')).status).toBe(500)
})
