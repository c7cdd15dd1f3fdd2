import * as client from '@uploadcare/upload-client'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startEmulator, type EmulatorServer } from '../../src/node/index.js'
import { demoProject, PUBLIC_KEY, signed } from '../demo-project.js'
import { startSource } from './start-source.js'
import { TOUR_RESULTS, tourRefusals, tourUploadClient, type TourEnvironment } from './tour-upload-client.js'

const environment: TourEnvironment = { client, file: (sizeBytes) => Buffer.alloc(sizeBytes, 'x') }

let server: EmulatorServer
let source: Awaited<ReturnType<typeof startSource>>

beforeAll(async () => {
  source = await startSource()
  server = await startEmulator({ projects: [{ ...demoProject, allowPrivateSources: true }] })
})
beforeEach(async () => {
  await server.emulator.reset()
})
afterAll(async () => {
  source.close()
  await server.close()
})

test('every method of upload-client works with a signature', async () => {
  const settings = { publicKey: PUBLIC_KEY, baseURL: server.url, ...(await signed(600)) }

  expect(await tourUploadClient(environment, settings, source.url)).toEqual(TOUR_RESULTS)
})

test('every method of upload-client works without a signature while secure uploading is off', async () => {
  server.emulator.projects.update(PUBLIC_KEY, { secureUploading: false })

  expect(
    await tourUploadClient(environment, { publicKey: PUBLIC_KEY, baseURL: server.url }, source.url),
  ).toEqual(TOUR_RESULTS)
})

test('upload-client throws the code of each refusal', async () => {
  const settings = { publicKey: PUBLIC_KEY, baseURL: server.url }
  expect(await tourRefusals(environment, settings, source.url)).toEqual(
    Array(4).fill('SignatureRequiredError'),
  )

  const token = await signed(60)
  server.emulator.clock.advanceMs(120_000)
  expect(await tourRefusals(environment, { ...settings, ...token }, source.url)).toEqual(
    Array(4).fill('SignatureExpirationError'),
  )
})
