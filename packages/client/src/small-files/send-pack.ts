import { getUserAgent } from '@uploadcare/upload-client'
import { IncompleteAnswerError } from '../requests/answer-error.js'
import { signedRequest } from '../requests/request.js'
import type { RequestContext } from '../requests/request-context.js'
import type { SignedOptions } from '../requests/take-credential.js'
import type { UploadOptions } from '../requests/upload-options.js'
import { nameAndType } from '../upload/name-and-type.js'
import { assertReadable, isBlob, toBody, toBytes } from '../upload/to-bytes.js'
import type { SentFile } from '../upload/upload-multipart.js'
import { createForm, fieldNameOf, type FormFile } from './create-form.js'
import type { Pack, PackedFile } from './pack-files.js'
import { postForm } from './post-form.js'

// The name and the type that upload-client gives to bytes without.
const DEFAULT_NAME = 'original'
const DEFAULT_TYPE = 'application/octet-stream'

/**
 * Sends the files of a pack in one request to `/base/`, which stores all of them or none.
 *
 * @returns the sent files, in the same order
 */
export async function sendPack(
  context: RequestContext,
  { files, byteLength }: Pack,
  options: UploadOptions,
): Promise<SentFile[]> {
  const formFiles = await Promise.all(files.map((file) => toFormFile(file, options)))
  const { answer, publicKey } = await signedRequest(context, {
    name: 'base',
    options,
    bodyBytes: byteLength,
    async assertReadable() {
      for (const { body, name } of formFiles) await assertReadable(body, name)
    },
    async send(attempt) {
      const address = `${attempt.baseURL?.replace(/\/$/, '') ?? ''}/base/?jsonerrors=1`
      const json = await postForm(address, createForm(formFiles, attempt), headersOf(attempt), attempt.signal)
      return { file: files.map((_, index) => uuidOf(json, fieldNameOf(index))) }
    },
  })
  return answer.file.map((uuid) => ({ uuid, publicKey }))
}

/** A browser sends a preflight for each of these headers. */
function headersOf(attempt: UploadOptions & SignedOptions): Record<string, string> {
  const { publicKey, integration = '', userAgent = null } = attempt
  const library = { libraryName: 'UploadcareUploadClient', libraryVersion: '' }
  const agent = getUserAgent({ ...library, publicKey, integration, userAgent })
  return {
    ...(agent && { 'x-uc-user-agent': agent }),
    ...('authToken' in attempt && { authorization: `Bearer ${attempt.authToken}` }),
  }
}

/** @throws {IncompleteAnswerError} when the answer lacks a file. */
function uuidOf(json: unknown, field: string): string {
  const uuid = (Object(json) as Record<string, unknown>)[field]
  if (typeof uuid === 'string' && uuid !== '') return uuid
  throw new IncompleteAnswerError(`The answer lacks "${field}"`)
}

async function toFormFile(file: PackedFile, options: UploadOptions): Promise<FormFile> {
  const { fileName = DEFAULT_NAME, contentType = DEFAULT_TYPE } = nameAndType(file.data, options)
  const body = await toBody(await toBytes(file.data), fileName)
  const blob = isBlob(body) ? body : new Blob([body as Uint8Array<ArrayBuffer>])
  return { name: fileName, body: blob.type === contentType ? blob : blob.slice(0, blob.size, contentType) }
}
