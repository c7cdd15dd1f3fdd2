import { MultipartParser, type MultipartPart } from '@remix-run/multipart-parser'
import { apiError } from '../errors/upload-api-error.js'
import { parseContentDisposition } from './content-disposition.js'
import { createForm, type Form, type FormFile } from './form.js'
import { createPreambleFilter, withUtf8Headers } from './multipart-repair.js'

const MAX_HEADER_BYTES = 64 * 1024

export interface FormReader {
  write(chunk: Uint8Array): void
  finish(): Form
}

export interface MultipartLimits {
  maxBytes: number
  maxFields: number
}

/** Creates a reader of form-data. It throws when the body is invalid or exceeds a limit. */
export function createMultipartReader(contentType: string, limits: MultipartLimits): FormReader {
  const boundary = boundaryIn(contentType)
  if (boundary === undefined) {
    return {
      write() {
        throw apiError('PostRequestParserFailedError')
      },
      finish: () => createForm([]),
    }
  }
  const chunks: Uint8Array[] = []
  const reader = createPartReader(boundary, limits)
  let hasOtherCharset = false
  let sizeBytes = 0
  return {
    write(chunk) {
      chunks.push(chunk)
      sizeBytes += chunk.byteLength
      // The reader checks its limit itself, but not after it has stopped.
      if (hasOtherCharset && sizeBytes > limits.maxBytes) throw apiError('RequestSizeLimitExceededError')
      if (!hasOtherCharset) hasOtherCharset = !reader.write(chunk)
    },
    finish() {
      if (!hasOtherCharset) return reader.finish()
      const repaired = createPartReader(boundary, limits)
      repaired.write(withUtf8Headers(chunks, boundary))
      return repaired.finish()
    },
  }
}

function createPartReader(
  boundary: string,
  { maxBytes, maxFields }: MultipartLimits,
): { write(chunk: Uint8Array): boolean; finish(): Form } {
  const fields: [string, string][] = []
  const files: FormFile[] = []
  const decoder = new TextDecoder()
  const withoutPreamble = createPreambleFilter(boundary)
  const parser = new MultipartParser(boundary, {
    maxHeaderSize: MAX_HEADER_BYTES,
    maxFileSize: maxBytes,
    maxTotalSize: maxBytes,
    maxParts: maxFields,
  })
  let isAtEnd = false

  function add(part: MultipartPart): boolean {
    const headers = headersOf(part)
    if (!headers) return false
    const { name = '', filename } = parseContentDisposition(headers['content-disposition'] ?? '')
    // Browsers send an empty filename for an empty file input.
    if (filename === '') return true
    if (filename === undefined) {
      fields.push([name, decoder.decode(part.bytes)])
    } else {
      const contentType = headers['content-type'] ?? 'application/octet-stream'
      const { content, size } = part
      files.push({ fieldName: name, fileName: filename, contentType, chunks: content, sizeBytes: size })
    }
    return true
  }

  return {
    /** Returns `false` when the headers of a part are not UTF-8. */
    write(chunk) {
      const data = isAtEnd ? undefined : withoutPreamble(chunk)
      if (!data) return true
      try {
        for (const part of parser.write(data)) if (!add(part)) return false
      } catch (error) {
        // The epilogue must be ignored (RFC 2046, section 5.1.1), but the parser throws when it receives one.
        isAtEnd = isFinished(parser)
        if (!isAtEnd) throw error
      }
      return true
    },
    finish() {
      parser.finish()
      return createForm(fields, files)
    },
  }
}

function boundaryIn(contentType: string): string | undefined {
  const [, quoted, token] = /;\s*boundary\s*=\s*(?:"([^"]+)"|([^\s;"]+))/i.exec(contentType) ?? []
  return quoted ?? token
}

function headersOf(part: MultipartPart): MultipartPart['headers'] | undefined {
  try {
    return part.headers
  } catch {
    // The parser accepts UTF-8 only.
    return undefined
  }
}

function isFinished(parser: MultipartParser): boolean {
  try {
    parser.finish()
    return true
  } catch {
    return false
  }
}
