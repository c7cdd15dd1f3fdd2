import type { UploadOptions } from '../requests/upload-options.js'
import { readBytes } from '../upload/to-bytes.js'
import { fingerprintOf, sha256Hex } from './fingerprint-of.js'

/** The parts of the identity of a session other than the file. */
export interface SessionScope {
  publicKey: string
  owner: string | undefined
  partBytes: number
  options: UploadOptions
}

/** Identifies a session: only an upload to the same project, by the same owner, with the same options and file resumes it. */
export async function identityOf(
  file: Blob,
  { publicKey, owner, partBytes, options }: SessionScope,
): Promise<string> {
  const { baseURL, store, metadata, tags, fileName, contentType, source } = options
  const fingerprint = await fingerprintOf(file, partBytes, fileName)
  const identity = JSON.stringify([
    ...[publicKey, owner, partBytes, baseURL, store, metadata, tags, fileName, contentType, source],
    fingerprint,
  ])
  // The options may be private, and the store is not.
  return (await sha256Hex(await readBytes(new Blob([identity]), undefined))) || identity
}
