import * as client from '@uploadcare/upload-client'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startEmulator, type EmulatorServer } from '../../src/node/index.js'
import { demoProject, PUBLIC_KEY, signed } from '../demo-project.js'
import { startSource } from './start-source.js'
import { TOUR_FINDINGS, tourRefusals, tourUploadClient, type TourGear } from './tour-upload-client.js'

const gear: TourGear = { client, file: (sizeBytes) => Buffer.alloc(sizeBytes, 'x') }

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

  expect(await tourUploadClient(gear, settings, source.url)).toEqual(TOUR_FINDINGS)
})

test('every method of upload-client works without one while secure uploading is off', async () => {
  server.emulator.projects.update(PUBLIC_KEY, { secureUploading: false })

  expect(await tourUploadClient(gear, { publicKey: PUBLIC_KEY, baseURL: server.url }, source.url)).toEqual(
    TOUR_FINDINGS,
  )
})

test('upload-client throws the code of each refusal', async () => {
  const settings = { publicKey: PUBLIC_KEY, baseURL: server.url }
  expect(await tourRefusals(gear, settings, source.url)).toEqual(Array(4).fill('SignatureRequiredError'))

  const token = await signed(60)
  server.emulator.clock.advanceMs(120_000)
  expect(await tourRefusals(gear, { ...settings, ...token }, source.url)).toEqual(
    Array(4).fill('SignatureExpirationError'),
  )
})
