import { describe, expect, test } from 'vitest'
import { PUBLIC_KEY } from '../demo-project.js'
import { emulatorWith, NOW_MS, SECRET, TARGET, upload, uploaded } from './emulator-with-webhooks.js'

describe('a webhook', () => {
  test('does not delay the response to the upload', async () => {
    const { emulator } = emulatorWith([uploaded], { sendWebhook: () => new Promise(() => undefined) })
    expect(await upload(emulator)).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('is repeated byte by byte until the response is a 2xx', async () => {
    const { emulator, received } = emulatorWith([uploaded], { statuses: [500, 302] })
    await upload(emulator)
    await emulator.webhooks.settled()
    expect(received).toHaveLength(3)
    expect(new Set(received.map(({ text }) => text)).size).toBe(1)
    expect(emulator.journal.entries('webhook').map(({ status }) => status)).toEqual([500, 302, 200])
  })

  test('is abandoned after its last attempt', async () => {
    const refused = Object.assign(new TypeError('fetch failed'), { cause: new Error('connect ECONNREFUSED') })
    const { emulator } = emulatorWith([uploaded], { sendWebhook: () => Promise.reject(refused) })
    await upload(emulator)
    await emulator.webhooks.settled()
    const entries = emulator.journal.entries('webhook')
    expect(entries.map(({ failure }) => failure)).toEqual(
      Array.from({ length: 3 }, () => 'connect ECONNREFUSED'),
    )
  })

  test('is recorded in the journal without its query, secret and signature', async () => {
    const { emulator, received } = emulatorWith([{ ...uploaded, targetUrl: `${TARGET}?token=hidden` }])
    const uuid = await upload(emulator)
    await emulator.webhooks.settled()
    const [entry] = emulator.journal.entries('webhook')
    expect(entry).toMatchObject({
      ...{ endpoint: 'webhook', method: 'POST', path: TARGET, event: 'file.uploaded' },
      ...{ id: uuid, publicKey: PUBLIC_KEY, status: 200, receivedAtMs: NOW_MS, answeredAtMs: NOW_MS },
    })
    const shown = JSON.stringify(emulator.journal.entries())
    const signature = received[0]?.headers.get('x-uc-signature') ?? ''
    for (const hidden of ['hidden', SECRET, signature.slice(3)]) expect(shown).not.toContain(hidden)
  })

  test('that cannot be sent is recorded without its query, even if the reason quotes it', async () => {
    const { emulator } = emulatorWith([{ ...uploaded, targetUrl: `${TARGET}?token=hidden` }], {
      sendWebhook: ({ url }) => Promise.reject(new Error(`POST ${url} failed`)),
    })
    await upload(emulator)
    await emulator.webhooks.settled()
    expect(emulator.journal.entries('webhook')[0]?.failure).toBe(`POST ${TARGET} failed`)
  })

  test('is not sent or awaited after a reset', async () => {
    let attempts = 0
    const { emulator } = emulatorWith([uploaded], {
      webhookRetryDelaysMs: [3_600_000],
      sendWebhook: () => {
        attempts++
        return Promise.resolve(new Response(null, { status: 500 }))
      },
    })
    await upload(emulator)
    await expect.poll(() => emulator.journal.entries('webhook').map(({ status }) => status)).toEqual([500])
    await emulator.reset()
    await emulator.webhooks.settled()
    expect(attempts).toBe(1)
  })

  test('in progress is aborted by a reset', async () => {
    let signal: AbortSignal | undefined
    const { emulator } = emulatorWith([uploaded], {
      sendWebhook: (request) => {
        signal = request.signal
        return new Promise(() => undefined)
      },
    })
    await upload(emulator)
    await expect.poll(() => signal?.aborted).toBe(false)
    await emulator.reset()
    expect(signal?.aborted).toBe(true)
  })
})

test('an undelivered webhook is on the page, with the reason', async () => {
  const { emulator } = emulatorWith([uploaded], {
    webhookRetryDelaysMs: [],
    sendWebhook: () => Promise.reject(new Error('connect ECONNREFUSED 127.0.0.1:3000')),
  })
  await upload(emulator)
  await emulator.webhooks.settled()
  const page = await emulator.fetch(new Request('http://127.0.0.1:7070/_emulator/'))
  const row = (await page.text()).split('<tr').find((text) => text.includes('Webhook file.uploaded'))
  expect(row).toContain(TARGET)
  expect(row).toContain('connect ECONNREFUSED 127.0.0.1:3000')
})
