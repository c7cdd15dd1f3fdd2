import { generateSecureSignature } from '@secure-uploading/core'
import { afterEach } from 'vitest'
import { createEmulator, type Emulator, type EmulatorOptions, type WebhookOptions } from '../../src/index.js'
import { demoProject, PUBLIC_KEY, SECRET_KEY } from '../demo-project.js'
import { postForm } from '../post-form.js'

export const SECRET = '7kMVZivndx0ErgvhRKAr'
export const TARGET = 'http://127.0.0.1:3000/api/uploadcare-webhook'
export const NOW_MS = Date.UTC(2026, 10, 23, 12)
export const uploaded: WebhookOptions = { targetUrl: TARGET, event: 'file.uploaded', signingSecret: SECRET }

export interface Received {
  url: string
  headers: Headers
  text: string
  json: {
    hook: Record<string, unknown>
    data: Record<string, unknown>
    file: string
    previous_values?: unknown
  }
}

const running: Emulator[] = []
afterEach(async () => {
  for (const emulator of running.splice(0)) await emulator.reset()
})

/** Creates an emulator that records its webhooks and answers them with these statuses, then with 200. */
export function emulatorWith(
  webhooks: readonly WebhookOptions[],
  { statuses = [], ...options }: Partial<EmulatorOptions> & { statuses?: number[] } = {},
) {
  const received: Received[] = []
  const emulator = createEmulator({
    projects: [{ ...demoProject, webhooks }],
    now: () => NOW_MS,
    webhookRetryDelaysMs: [0, 0],
    async sendWebhook(request) {
      const text = await request.text()
      const json = JSON.parse(text) as Received['json']
      received.push({ url: request.url, headers: request.headers, text, json })
      return new Response(null, { status: statuses.shift() ?? 200 })
    },
    ...options,
  })
  running.push(emulator)
  return { emulator, received }
}

/** Uploads a text file. */
export async function upload(
  emulator: Emulator,
  fields: Record<string, string | Blob> = {},
): Promise<string> {
  const { secureSignature, secureExpire } = await generateSecureSignature(
    SECRET_KEY,
    { expiresIn: 60 },
    { now: () => NOW_MS },
  )
  const response = await postForm(emulator, '/base/', {
    file: new File(['meow'], 'Größe 猫.txt', { type: 'text/plain' }),
    UPLOADCARE_PUB_KEY: PUBLIC_KEY,
    signature: secureSignature,
    expire: secureExpire,
    ...fields,
  })
  const { file } = (await response.json()) as { file: string }
  return file
}

export const eventsOf = (received: readonly Received[]) => received.map(({ json }) => json.hook['event'])
