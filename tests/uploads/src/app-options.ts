import type { ResultStore, UploadedFile } from '@secure-uploading/server'

export const PUBLIC_KEY = 'demopublickey'
export const SECRET_KEY = 'demosecretkey'
export const SIGNING_SECRET = 'signing secret'
const RECEIPT_SECRET = 'a secret of the backend'

/** A file that an app has saved. */
export interface SavedFile {
  uuid: string
  subject: string
  route: string
  owner: string | undefined
}

/** What an app under test is created with. */
export interface AppOptions {
  emulatorUrl: string
  results: ResultStore
  /** Receives each saved file. */
  saved: { push(file: SavedFile): unknown }
  onError: (error: unknown) => void
}

interface Upload {
  file: UploadedFile
  subject: string
  route: string
}

/** Saves an accepted file, and returns the data for the browser. */
export async function save({ saved }: AppOptions, { file, subject, route }: Upload) {
  await saved.push({ uuid: file.uuid, subject, route, owner: file.metadata['owner'] })
  return { url: file.cdnUrl, uploadedAt: file.uploadedAt, size: file.size }
}

/** The options that the handlers of every framework share. */
export function sharedOptions({ emulatorUrl, results, onError }: AppOptions) {
  return {
    publicKey: PUBLIC_KEY,
    secretKey: SECRET_KEY,
    receipts: { secret: RECEIPT_SECRET },
    apiBaseURL: emulatorUrl,
    results,
    onError,
  }
}

/** Returns the grant of the user in a `Cookie` header, or refuses. */
export function grantOf(cookie: string | null | undefined): { subject: string } | null {
  const [, subject] = /(?:^|;\s*)user=(\w+)/.exec(cookie ?? '') ?? []
  return subject === undefined ? null : { subject }
}
