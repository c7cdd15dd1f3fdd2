import { describe, expect, test } from 'vitest'
import { createEmulator, type WebhookOptions } from '../../src/index.js'
import { demoProject, PUBLIC_KEY } from '../demo-project.js'
import { emulatorWith, eventsOf, SECRET, TARGET, upload, uploaded } from './emulator-with-webhooks.js'

describe('a webhook', () => {
  test('can be set over the control API, and is listed without its secret', async () => {
    const { emulator, received } = emulatorWith([])
    const patch = await emulator.fetch(
      new Request(`http://127.0.0.1/_emulator/projects/${PUBLIC_KEY}`, {
        method: 'PATCH',
        body: JSON.stringify({ webhooks: [uploaded] }),
      }),
    )
    expect(patch.status).toBe(204)
    await upload(emulator)
    await emulator.webhooks.settled()
    expect(eventsOf(received)).toEqual(['file.uploaded'])
    const state = await (await emulator.fetch(new Request('http://127.0.0.1/_emulator/state'))).text()
    expect(state).toContain(
      `"webhooks":[{"targetUrl":"${TARGET}","event":"file.uploaded","isActive":true,"isSigned":true}]`,
    )
    expect(state).not.toContain(SECRET)
  })

  test.each([
    [[{ targetUrl: 'ftp://127.0.0.1/', event: 'file.uploaded' }], '"targetUrl" must be an http or https URL'],
    [
      [{ targetUrl: `http://a.example/${'x'.repeat(255)}`, event: 'file.uploaded' }],
      'at most 255 characters',
    ],
    [
      [{ ...uploaded, targetUrl: 'http://user:password@127.0.0.1/' }],
      '"targetUrl" must not contain a user name or password',
    ],
    [[{ targetUrl: TARGET, event: 'file.renamed' }], '"event" must be one of file.uploaded'],
    [
      [{ ...uploaded, signingSecret: 'x'.repeat(33) }],
      '"signingSecret" must be a string of 1 to 32 characters',
    ],
    [[{ ...uploaded, signingSecret: ' ' }], '"signingSecret" must be a string of 1 to 32 characters'],
    [[{ ...uploaded, signingSecret: 'secret\n' }], '"signingSecret" has leading or trailing whitespace'],
    [[{ ...uploaded, isActive: 1 }], '"isActive" must be true or false'],
    [[{ ...uploaded, secret: 'x' }], 'Unknown option "secret" of a webhook'],
    [[uploaded, { ...uploaded, isActive: false }], 'two webhooks with the same event and target URL'],
    [[null], 'A webhook must be an object'],
    [{}, '"webhooks" must be an array'],
  ])('is rejected when it is %j', (webhooks, message) => {
    const projects = [{ ...demoProject, webhooks: webhooks as WebhookOptions[] }]
    expect(() => createEmulator({ projects })).toThrow(message)
  })

  test('is rejected with invalid retry delays', () => {
    for (const webhookRetryDelaysMs of [[-1], [Number.NaN], [2 ** 31], 1000 as unknown as number[]]) {
      expect(() => createEmulator({ projects: [demoProject], webhookRetryDelaysMs })).toThrow(
        '"webhookRetryDelaysMs" must be an array of milliseconds',
      )
    }
  })
})
