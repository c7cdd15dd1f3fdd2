import { generateSecureSignature } from '@secure-uploading/core'
import * as client from '@uploadcare/upload-client'
import { http, HttpResponse } from 'msw'
import { setupWorker } from 'msw/browser'
import { createEmulator } from '../../src/index.js'
import { emulatorHandlers } from '../../src/msw/index.js'
import { tourUploadClient, type TourEnvironment } from '../official/tour-upload-client.js'

const SOURCE_URL = 'https://source.example.com/cat.txt'
const environment: TourEnvironment = {
  client,
  file: (sizeBytes) => new Blob(['x'.repeat(sizeBytes)], { type: 'text/plain' }),
}

/** The functions that the test calls in the page. */
export interface ServiceWorkerPage {
  tour(): Promise<Record<string, unknown>>
}

const page: ServiceWorkerPage = {
  async tour() {
    const emulator = createEmulator({
      projects: [{ publicKey: 'demopublickey', secretKeys: ['demosecretkey'] }],
    })
    const worker = setupWorker(
      http.get(SOURCE_URL, () => new HttpResponse('meow', { headers: { 'Content-Type': 'text/plain' } })),
      ...emulatorHandlers(emulator),
    )
    await worker.start({ quiet: true, onUnhandledRequest: 'bypass' })
    const token = await generateSecureSignature('demosecretkey', { expiresIn: 600 })
    const settings = { publicKey: 'demopublickey', baseURL: 'https://upload.uploadcare.com', ...token }
    return tourUploadClient(environment, settings, SOURCE_URL)
  },
}

Object.assign(globalThis, { page })
