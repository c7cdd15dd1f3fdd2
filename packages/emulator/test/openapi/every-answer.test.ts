import * as client from '@uploadcare/upload-client'
import { Ajv } from 'ajv'
import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createEmulator } from '../../src/index.js'
import { emulatorHandlers } from '../../src/msw/index.js'
import { demoProject, PUBLIC_KEY, signed } from '../demo-project.js'
import { tourRefusals, tourUploadClient, type TourEnvironment } from '../official/tour-upload-client.js'
import { DESCRIBED_PATHS, schemaOf } from './schemas.js'

const SOURCE_URL = 'https://source.example.com/cat.txt'
const BASE_URL = 'https://upload.uploadcare.com'
const environment: TourEnvironment = { client, file: (sizeBytes) => Buffer.alloc(sizeBytes, 'x') }

const emulator = createEmulator({ projects: [demoProject] })
const ajv = new Ajv({ allowUnionTypes: true })
const seen = new Map<string, number>()
const broken: string[] = []

/** Calls the emulator and validates every response. */
async function checkedFetch(request: Request): Promise<Response> {
  const response = await emulator.fetch(request)
  const { pathname } = new URL(request.url)
  const schema = schemaOf(pathname)
  if (schema) {
    const json: unknown = await response.clone().json()
    if (!ajv.validate(schema, json)) broken.push(`${pathname}: ${JSON.stringify(json)}: ${ajv.errorsText()}`)
    const isError =
      typeof json === 'object' && json !== null && 'error_code' in Object(Reflect.get(json, 'error'))
    if (!isError) seen.set(pathname, (seen.get(pathname) ?? 0) + 1)
  }
  return response
}

const server = setupServer(
  http.get(SOURCE_URL, () => new HttpResponse('meow', { headers: { 'Content-Type': 'text/plain' } })),
  // upload-client waits for a push message there, and polls as well.
  http.get('https://ws.pusherapp.com/*', () => HttpResponse.error()),
  ...emulatorHandlers({ fetch: checkedFetch }),
)

beforeAll(() => {
  server.listen({ onUnhandledRequest: 'error' })
})
afterAll(() => {
  server.close()
})

test('every response to upload-client matches the OpenAPI description', async () => {
  await tourUploadClient(
    environment,
    { publicKey: PUBLIC_KEY, baseURL: BASE_URL, ...(await signed(600)) },
    SOURCE_URL,
  )
  await tourRefusals(environment, { publicKey: PUBLIC_KEY, baseURL: BASE_URL }, SOURCE_URL)
  await tourRefusals(environment, { publicKey: 'unknown', baseURL: BASE_URL }, SOURCE_URL)

  expect(broken).toEqual([])
  expect([...seen.keys()].sort()).toEqual([...DESCRIBED_PATHS].sort())
})
