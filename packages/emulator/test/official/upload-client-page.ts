import * as client from '@uploadcare/upload-client'
import {
  tourRefusals,
  tourUploadClient,
  type TourEnvironment,
  type TourSettings,
} from './tour-upload-client.js'

const environment: TourEnvironment = {
  client,
  file: (sizeBytes) => new Blob(['x'.repeat(sizeBytes)], { type: 'text/plain' }),
}

/** The functions that the tests call in the page. */
export interface UploadClientPage {
  tour(settings: TourSettings, sourceUrl: string): Promise<Record<string, unknown>>
  refusals(settings: TourSettings, sourceUrl: string): Promise<unknown[]>
}

const page: UploadClientPage = {
  tour: async (settings, sourceUrl) => tourUploadClient(environment, settings, sourceUrl),
  refusals: async (settings, sourceUrl) => tourRefusals(environment, settings, sourceUrl),
}

Object.assign(globalThis, { page })
