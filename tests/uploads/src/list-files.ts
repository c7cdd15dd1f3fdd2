import { listOfFiles, UploadcareSimpleAuthSchema, type FileInfo } from '@uploadcare/rest-client'
import { PUBLIC_KEY, SECRET_KEY } from './app-options.js'
import type { Stage } from './stage.js'

/** Lists the files of the project as Uploadcare's own REST client sees them. */
export async function listFiles({ emulator }: Stage, query: { removed?: boolean } = {}): Promise<FileInfo[]> {
  const authSchema = new UploadcareSimpleAuthSchema({ publicKey: PUBLIC_KEY, secretKey: SECRET_KEY })
  const { results } = await listOfFiles(query, { authSchema, apiBaseURL: `${emulator.url}/` })
  return results
}
