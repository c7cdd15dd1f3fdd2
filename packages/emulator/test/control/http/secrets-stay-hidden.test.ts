import { generateAuthToken, generateSecureSignature } from '@secure-uploading/core'
import { beforeAll, expect, test } from 'vitest'
import { createEmulator } from '../../../src/index.js'
import { jsonLine, textLine } from '../../../src/node/log-line.js'
import { demoProject, PUBLIC_KEY, SECRET_KEY } from '../../demo-project.js'
import { postForm } from '../../post-form.js'

const OTHER_SECRET = 'rotated-secret-key'
const SIGNING_SECRET = 'signing-secret-of-a-webhook'
const UPLOAD_ENDPOINTS = ['/base/', '/multipart/start/', '/from_url/', '/group/']
const PATHS = [
  ...UPLOAD_ENDPOINTS,
  ...['/multipart/complete/', '/from_url/status/', '/info/', '/group/info/'],
]

const webhookSignatures: string[] = []
const emulator = createEmulator({
  projects: [
    {
      ...demoProject,
      secretKeys: [SECRET_KEY, OTHER_SECRET],
      webhooks: [
        { targetUrl: 'http://127.0.0.1:3000/', event: 'file.uploaded', signingSecret: SIGNING_SECRET },
      ],
    },
  ],
  sendWebhook({ headers }) {
    webhookSignatures.push(headers.get('x-uc-signature')?.slice(3) ?? '')
    return Promise.resolve(new Response())
  },
})
const lines: string[] = []
let hidden: readonly string[]

beforeAll(async () => {
  emulator.journal.onAnswer((entry) => lines.push(jsonLine(entry), textLine(entry)))
  const { secureSignature: good, secureExpire } = await generateSecureSignature(SECRET_KEY, { expiresIn: 60 })
  const { secureSignature: foreign } = await generateSecureSignature('of-another-project', { expiresIn: 60 })
  const md5 = '46f70d2b4fb6196daeb2c16bf44a7f1e'
  const authToken = await generateAuthToken(OTHER_SECRET, { expiresIn: 60, subject: 'ada' })
  hidden = [SECRET_KEY, OTHER_SECRET, good, foreign, md5, authToken, authToken.split('.')[2] ?? '']

  // Valid and invalid values in every field, because users paste secrets into the wrong one.
  const credentials = [
    ...[good, foreign, md5, good.toUpperCase(), good.slice(1), SECRET_KEY].map((signature) => ({
      signature,
    })),
    { signature: good, expire: SECRET_KEY },
    { signature: good, expire: good },
    { signature: good, expire: '1' },
    { pub_key: SECRET_KEY, UPLOADCARE_PUB_KEY: SECRET_KEY },
    { pub_key: good, UPLOADCARE_PUB_KEY: good },
    { uuid: SECRET_KEY, file_id: good, group_id: good, token: SECRET_KEY, 'files[]': good },
    { source_url: `http://127.0.0.1/?signature=${good}`, UPLOADCARE_STORE: SECRET_KEY, size: good },
  ]
  for (const path of PATHS) {
    for (const credential of credentials) {
      const keys = { pub_key: PUBLIC_KEY, UPLOADCARE_PUB_KEY: PUBLIC_KEY }
      const fields = { ...keys, expire: secureExpire, ...credential }
      await postForm(emulator, `${path}?jsonerrors=1`, { ...fields, file: new File(['x'], 'x.txt') })
      const query = new URLSearchParams({ ...fields, jsonerrors: '1' }).toString()
      await emulator.fetch(new Request(`https://upload.uploadcare.com${path}?${query}`))
      await emulator.fetch(new Request(`https://upload.uploadcare.com${path}?${query}`, { method: 'POST' }))
    }
    for (const token of [authToken, authToken.slice(0, -1), SECRET_KEY, good]) {
      const headers = { Authorization: `Bearer ${token}` }
      const body = new URLSearchParams({ pub_key: PUBLIC_KEY, UPLOADCARE_PUB_KEY: PUBLIC_KEY })
      await emulator.fetch(
        new Request(`https://upload.uploadcare.com${path}`, { method: 'POST', body, headers }),
      )
    }
  }
  emulator.projects.update(PUBLIC_KEY, { secretKeys: [OTHER_SECRET, SECRET_KEY, 'a-third-secret'] })
  await emulator.webhooks.settled()
  hidden = [...hidden, SIGNING_SECRET, ...webhookSignatures]
})

test('signed webhooks were sent', () => {
  expect(emulator.journal.entries('webhook').length).toBeGreaterThan(0)
  expect(webhookSignatures[0]).toMatch(/^[\da-f]{64}$/)
})

test('every signed endpoint received every kind of credential', () => {
  for (const endpoint of ['base', 'multipart/start', 'from_url', 'group'] as const) {
    const entries = emulator.journal.entries(endpoint)
    const credentials = entries.map((entry) => entry.credential)
    expect(credentials).toEqual(expect.arrayContaining(['signature', 'jwt']))
    expect(entries.some((entry) => entry.verdict?.valid === true)).toBe(true)
    expect(entries.some((entry) => entry.verdict?.valid === false && entry.verdict.hint !== undefined)).toBe(
      true,
    )
  }
})

test.each(['/', '/state', '/journal', '/projects', '/faults', '/clock', '/page.js', '/page.css'])(
  'GET /_emulator%s contains no secret and no complete signature',
  async (path) => {
    const response = await emulator.fetch(new Request(`http://127.0.0.1:7070/_emulator${path}`))
    expect(response.status).toBe(200)
    expectHidden(await response.text())
  },
)

test('log lines contain no secret and no complete signature, as text and as JSON', () => {
  expect(lines.length).toBeGreaterThan(100)
  expectHidden(lines.join('\n'))
})

test('refusals of the control API contain no secret', async () => {
  const calls = [
    ['POST', '/projects', { publicKey: 'x', secretKeys: ['x', OTHER_SECRET] }],
    ['POST', '/projects', { publicKey: PUBLIC_KEY, secretKeys: [OTHER_SECRET] }],
    ['PATCH', `/projects/${PUBLIC_KEY}`, { secretKeys: [OTHER_SECRET, ''] }],
    ['PATCH', `/projects/${PUBLIC_KEY}`, { secretKeys: OTHER_SECRET }],
    ['POST', `/projects/${PUBLIC_KEY}/secret-keys`, { secretKey: OTHER_SECRET }],
    ['POST', `/projects/${PUBLIC_KEY}/secret-keys`, { secretKey: [OTHER_SECRET] }],
  ] as const
  for (const [method, path, json] of calls) {
    const request = { method, body: JSON.stringify(json) }
    const response = await emulator.fetch(new Request(`http://127.0.0.1:7070/_emulator${path}`, request))
    expect(response.status).toBe(400)
    expectHidden(await response.text())
  }
})

function expectHidden(text: string): void {
  const shown = hidden
    .map((secret) => text.toLowerCase().indexOf(secret.toLowerCase()))
    .filter((at) => at >= 0)
  expect(shown.map((at) => text.slice(Math.max(0, at - 60), at + 80))).toEqual([])
}
