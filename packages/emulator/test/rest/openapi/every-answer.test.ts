import { Ajv } from 'ajv'
import { http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createEmulator, type Emulator } from '../../../src/index.js'
import { demoProject, PUBLIC_KEY } from '../../demo-project.js'
import { callRest } from '../call-rest.js'
import { AUTH_SCHEMAS, tourRestClient } from '../rest-client.js'
import { uploadTourFiles } from '../upload-tour-files.js'
import { DESCRIBED_RESPONSES, describedResponse } from './schemas.js'

/** Responses that the description lacks: their only key is `detail`. */
const UNDESCRIBED = {
  type: 'object',
  required: ['detail'],
  additionalProperties: false,
  properties: { detail: { type: 'string' } },
}

const emulator = createEmulator({ projects: [demoProject] })
const ajv = new Ajv({ allowUnionTypes: true })
const seen = new Set<string>()
const undescribed = new Set<string>()
const broken: string[] = []

/** Calls the emulator and validates every response. */
const checked: Pick<Emulator, 'fetch'> = {
  async fetch(request) {
    const response = await emulator.fetch(request)
    const { name, schema } = describedResponse(request.method, new URL(request.url).pathname, response.status)
    const text = await response.clone().text()
    const json: unknown = text === '' ? null : JSON.parse(text)
    if (schema === null ? json === null : schema && ajv.validate(schema, json)) seen.add(name)
    else if (response.status >= 400 && ajv.validate(UNDESCRIBED, json)) undescribed.add(`${name} ${text}`)
    else broken.push(`${name}: ${text}: ${ajv.errorsText()}`)
    return response
  },
}

const server = setupServer(
  http.all('https://api.uploadcare.com/*', async ({ request }) => checked.fetch(request)),
)
beforeAll(() => {
  server.listen({ onUnhandledRequest: 'error' })
})
afterAll(() => {
  server.close()
})

const UNKNOWN = '00000000-0000-4000-8000-000000000000'
const REQUESTS: readonly (readonly [method: string, path: string, json?: unknown])[] = [
  ['GET', '/files/'],
  ['GET', `/files/${UNKNOWN}/`],
  ['PUT', `/files/${UNKNOWN}/storage/`],
  ['DELETE', `/files/${UNKNOWN}/storage/`],
  ['PUT', '/files/storage/', []],
  ['DELETE', '/files/storage/', {}],
  ['POST', '/files/local_copy/', {}],
  ['GET', `/files/${UNKNOWN}/metadata/`],
  ['GET', `/files/${UNKNOWN}/metadata/a/`],
  ['PUT', `/files/${UNKNOWN}/metadata/a/`, 'b'],
  ['DELETE', `/files/${UNKNOWN}/metadata/a/`],
  ['GET', '/groups/'],
  ['GET', `/groups/${UNKNOWN}~1/`],
  ['DELETE', `/groups/${UNKNOWN}~1/`],
  ['GET', '/project/'],
  ['GET', '/webhooks/'],
  ['POST', '/webhooks/', {}],
  ['PUT', '/webhooks/1/', {}],
  ['DELETE', '/webhooks/unsubscribe/', {}],
]

test('every response matches the OpenAPI description, and every described response is given', async () => {
  const { uuids, groupId } = await uploadTourFiles(emulator)
  await tourRestClient({ authSchema: AUTH_SCHEMAS.simple }, uuids, groupId)
  const credentials = [
    '',
    'Uploadcare.Simple unknown:x',
    `Uploadcare.Simple ${PUBLIC_KEY}:x`,
    `Uploadcare ${PUBLIC_KEY}:x`,
  ]
  for (const [method, path, json] of REQUESTS) {
    await callRest(checked, method, path, { json })
    await callRest(checked, method, path, { json, headers: { Accept: '*/*' } })
    for (const Authorization of credentials)
      await callRest(checked, method, path, { json, headers: { Authorization } })
    await callRest(checked, method, path, { json, origin: 'http://api.uploadcare.com' })
    emulator.faults.add({ endpoint: 'rest', throttle: { retryAfterSeconds: 10 } })
    await callRest(checked, method, path, { json })
  }

  expect(broken).toEqual([])
  expect(DESCRIBED_RESPONSES.filter((name) => !seen.has(name))).toEqual([])
  // The description omits that a file may be missing here, that http is refused and that requests are throttled.
  expect([...undescribed].sort()).toMatchInlineSnapshot(`
    [
      "DELETE /files/{uuid}/metadata/{key}/ 404 {"detail":"Not found."}",
      "DELETE /files/{uuid}/metadata/{key}/ 429 {"detail":"Request was throttled. Expected available in 10 seconds."}",
      "GET /files/{uuid}/metadata/ 404 {"detail":"Not found."}",
      "GET /files/{uuid}/metadata/ 429 {"detail":"Request was throttled. Expected available in 10 seconds."}",
      "GET /files/{uuid}/metadata/{key}/ 404 {"detail":"Not found."}",
      "GET /files/{uuid}/metadata/{key}/ 429 {"detail":"Request was throttled. Expected available in 10 seconds."}",
      "POST /files/local_copy/ 400 {"detail":"Simple authentication over HTTP is forbidden. Please, use HTTPS or signed requests instead."}",
      "PUT /files/{uuid}/metadata/{key}/ 404 {"detail":"Not found."}",
      "PUT /files/{uuid}/metadata/{key}/ 429 {"detail":"Request was throttled. Expected available in 10 seconds."}",
      "PUT /webhooks/{id}/ 400 {"detail":"Simple authentication over HTTP is forbidden. Please, use HTTPS or signed requests instead."}",
    ]
  `)
})
