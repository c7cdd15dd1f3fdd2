import { readMetadata } from '../../endpoints/read-metadata.js'
import type { StoredFile } from '../../store/stored-file.js'
import { UUID } from '../../uuid.js'
import type { RestAnswer } from '../http/rest-answer.js'
import type { RestCall } from '../http/rest-endpoint.js'
import { RestError } from '../http/rest-error.js'
import { apiUrl } from '../../urls.js'
import { restFileInfo } from './rest-file-info.js'

const SOURCE = new RegExp(`^(?:https?://[^/]+)?/?(${UUID})(?:/(.*))?$`, 'i')

/**
 * Copies a file of the project. Image operations in the source are ignored: the original is copied. As on Uploadcare,
 * the response describes a copy that has not begun, with the size 0.
 */
export async function copyFile(call: RestCall): Promise<RestAnswer> {
  const { emulation, baseUrl, version, entry } = call
  const { source, store, metadata } = readFields(call.payload())
  const original = findSource(call, source)
  const uploadedAtMs = emulation.clock.nowMs()
  const copy: StoredFile = {
    ...original,
    uuid: emulation.randomUuid(),
    bytes: await emulation.storage.keep(original.bytes.read()),
    metadata,
    tags: [],
    uploadedAtMs,
    storedAtMs: store ? uploadedAtMs : null,
  }
  emulation.fileActions.add(copy, baseUrl)
  entry.id = copy.uuid
  const result = {
    ...restFileInfo(copy, call),
    mime_type: 'application/octet-stream',
    size: 0,
    ...(version === '0.7'
      ? { content_info: null, is_image: false }
      : { image_info: null, is_image: null, source: `/${sourcePath(source)}` }),
  }
  return {
    status: 201,
    headers: { Location: apiUrl(baseUrl, `files/${copy.uuid}/`) },
    body: { type: 'file', result },
  }
}

interface CopyFields {
  source: string
  store: boolean
  metadata: Readonly<Record<string, string>>
}

function readFields(payload: unknown): CopyFields {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) {
    throw new RestError(400, 'Expected JSON object.')
  }
  const { source, store, metadata }: Readonly<Record<string, unknown>> = { ...payload }
  if (source === undefined || source === '') throw new RestError(400, '`source` parameter is required.')
  if (typeof source !== 'string' || !SOURCE.test(source)) {
    throw new RestError(400, 'Bad `source` parameter. Use UUID or CDN URL.')
  }
  return { source, store: readStore(store), metadata: readCopyMetadata(metadata) }
}

function readStore(store: unknown): boolean {
  if (store === true || store === 'true') return true
  if (store === false || store === 'false' || store === undefined || store === null) return false
  throw new RestError(400, '`store` parameter should be `true` or `false`.')
}

function readCopyMetadata(metadata: unknown): Readonly<Record<string, string>> {
  if (metadata === undefined || metadata === null) return {}
  const entries: readonly [string, unknown][] = typeof metadata === 'object' ? Object.entries(metadata) : []
  if (typeof metadata !== 'object' || Array.isArray(metadata) || !entries.every(isTextEntry)) {
    throw new RestError(400, 'Expected `metadata` to be an object of strings.')
  }
  return readMetadata({ fields: entries.map(([key, value]) => [`metadata[${key}]`, String(value)]) })
}

function isTextEntry([, value]: readonly [string, unknown]): boolean {
  return typeof value === 'string'
}

function findSource({ emulation, project }: RestCall, source: string): StoredFile {
  const uuid = SOURCE.exec(source)?.[1]?.toLowerCase() ?? ''
  const file = emulation.store.files.get(uuid)
  if (file?.publicKey !== project.publicKey) {
    throw new RestError(400, 'Bad `source` parameter. Use UUID or CDN URL.')
  }
  if (!emulation.readiness.isReady(file)) throw new RestError(400, 'File is not ready yet.')
  return file
}

function sourcePath(source: string): string {
  const [, uuid = '', rest = ''] = SOURCE.exec(source) ?? []
  return `${uuid}/${rest}`
}
