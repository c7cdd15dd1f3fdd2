import { streamOf } from '../http/stream-of.js'
import { servedType } from '../store/file-info.js'
import type { StoredFile } from '../store/stored-file.js'
import { parseRange } from './parse-range.js'

const HEADER_VALUE = /^[ -~\u0080-\u00ff]+$/

/** Creates a response with a file's bytes and type: the whole file, or the requested range. */
export function fileResponse(file: StoredFile, request: Request): Response {
  const { sizeBytes } = file.bytes
  const headers = new Headers({
    'Content-Type': headerType(file),
    'Accept-Ranges': 'bytes',
    ETag: `"${file.uuid}"`,
    'X-Content-Type-Options': 'nosniff',
    // The emulator's own page has the same origin, so an uploaded file must not run scripts. Applied to every type,
    // because the list of types that browsers execute is open-ended.
    'Content-Security-Policy': 'sandbox',
  })

  const range = parseRange(request.headers.get('Range'), sizeBytes)
  if (range === 'unsatisfiable') {
    return new Response(null, { status: 416, headers: { 'Content-Range': `bytes */${sizeBytes}` } })
  }
  const { fromByte, toByte } = range ?? { fromByte: 0, toByte: sizeBytes }
  headers.set('Content-Length', String(toByte - fromByte))
  if (range) headers.set('Content-Range', `bytes ${fromByte}-${toByte - 1}/${sizeBytes}`)
  const body = request.method === 'HEAD' ? null : streamOf(file.bytes.read(fromByte, toByte))
  return new Response(body, { status: range ? 206 : 200, headers })
}

function headerType(file: StoredFile): string {
  const type = servedType(file)
  return HEADER_VALUE.test(type) ? type : 'application/octet-stream'
}
