import { requiredEnv } from './required-env'

/** What the browser has to know to upload. None of it is secret. */
export interface UploadSettings {
  publicKey: string
  /** Where the Upload API is; undefined for Uploadcare's own. */
  baseURL: string | undefined
  /** Where the files are served; undefined for Uploadcare's own. */
  baseCDN: string | undefined
}

/** Reads the settings on the server, to be handed to components that run in the browser. */
export function uploadSettings(): UploadSettings {
  return {
    publicKey: requiredEnv('UPLOADCARE_PUBLIC_KEY'),
    baseURL: process.env['UPLOADCARE_BASE_URL'],
    baseCDN: process.env['UPLOADCARE_CDN_URL'],
  }
}
