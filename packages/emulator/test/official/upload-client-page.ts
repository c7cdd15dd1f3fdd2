import * as client from '@uploadcare/upload-client'
import { tourRefusals, tourUploadClient, type TourGear, type TourSettings } from './tour-upload-client.js'

const gear: TourGear = {
  client,
  file: (sizeBytes) => new Blob(['x'.repeat(sizeBytes)], { type: 'text/plain' }),
}

/** What the tests call inside the page. */
export interface UploadClientPage {
  tour(settings: TourSettings, sourceUrl: string): Promise<Record<string, unknown>>
  refusals(settings: TourSettings, sourceUrl: string): Promise<unknown[]>
}

const page: UploadClientPage = {
  tour: async (settings, sourceUrl) => tourUploadClient(gear, settings, sourceUrl),
  refusals: async (settings, sourceUrl) => tourRefusals(gear, settings, sourceUrl),
}

Object.assign(globalThis, { page })
