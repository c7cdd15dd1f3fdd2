import { requiredEnv } from './required-env'

/** The settings that the browser needs for uploading. None of them is secret. */
export interface UploadSettings {
  publicKey: string
  /** Address of the Upload API; undefined for Uploadcare's. */
  baseURL?: string
  /** Address that serves the files; undefined for Uploadcare's. */
  baseCDN?: string
}

/** Reads the settings on the server, to pass them to client components. */
export function uploadSettings(): UploadSettings {
  return {
    publicKey: requiredEnv('UPLOADCARE_PUBLIC_KEY'),
    ...(process.env['UPLOADCARE_BASE_URL'] && { baseURL: process.env['UPLOADCARE_BASE_URL'] }),
    ...(process.env['UPLOADCARE_CDN_URL'] && { baseCDN: process.env['UPLOADCARE_CDN_URL'] }),
  }
}
