import {
  getMultipartBoundary,
  MaxFileSizeExceededError,
  MaxPartsExceededError,
  MaxTotalSizeExceededError,
  MultipartParser,
} from '@remix-run/multipart-parser'
import { createForm, type Form, type FormFile } from './form.js'
import type { RequestBody } from './request-body.js'
import { apiError, UploadApiError } from '../errors/upload-api-error.js'

// Direct uploads hold files below 100 MB; 1 MiB more leaves room for the other fields.
const MAX_BODY_BYTES = 100 * 1024 * 1024 + 1024 * 1024
const MAX_URLENCODED_BYTES = 1024 * 1024
const MAX_FIELDS = 1000

/**
 * Reads the whole body of a POST, form-data or URL-encoded. An invalid body is read to its end too, so that the
 * client can read the response.
 *
 * @throws {UploadApiError} when the body cannot be parsed, is too large or has too many fields.
 */
export async function readForm(request: Request, body: Pick<RequestBody, 'chunks'>): Promise<Form> {
  const contentType = request.headers.get('Content-Type') ?? ''
  const isMultipart = /^multipart\//i.test(contentType)
  const reader = isMultipart ? createMultipartReader(contentType) : createUrlencodedReader()
  let failure: unknown
  try {
    for await (const chunk of body.chunks()) {
      if (failure === undefined) failure = failureOf(() => reader.write(chunk))
    }
  } catch (error) {
    failure ??= error
  }
  if (failure !== undefined) throw parsingFailure(failure)
  return checked(finished(reader))
}

interface FormReader {
  write(chunk: Uint8Array): void
  finish(): Form
}

function createMultipartReader(contentType: string): FormReader {
  const fields: [string, string][] = []
  const files: FormFile[] = []
  const boundary = getMultipartBoundary(contentType)
  const limits = { maxFileSize: MAX_BODY_BYTES, maxTotalSize: MAX_BODY_BYTES, maxParts: MAX_FIELDS }
  const parser = boundary === null ? undefined : new MultipartParser(boundary, limits)
  return {
    write(chunk) {
      if (!parser) throw apiError('PostRequestParserFailedError')
      if (isAtEnd(parser)) return
      for (const part of parser.write(chunk)) {
        const { name = '', filename } = part
        // Browsers send this for an empty file input.
        if (filename === '') continue
        if (filename === undefined) {
          fields.push([name, part.text])
        } else {
          const type = part.headers['content-type'] ?? 'application/octet-stream'
          const { content, size } = part
          files.push({
            fieldName: name,
            fileName: filename,
            contentType: type,
            chunks: content,
            sizeBytes: size,
          })
        }
      }
    },
    finish() {
      parser?.finish()
      return createForm(fields, files)
    },
  }
}

/** The epilogue must be ignored (RFC 2046, section 5.1.1), but the parser throws when it receives one. */
function isAtEnd(parser: MultipartParser): boolean {
  return (
    failureOf(() => {
      parser.finish()
    }) === undefined
  )
}

function createUrlencodedReader(): FormReader {
  const decoder = new TextDecoder()
  let text = ''
  return {
    write(chunk) {
      text += decoder.decode(chunk, { stream: true })
      if (text.length > MAX_URLENCODED_BYTES) throw apiError('RequestSizeLimitExceededError')
    },
    finish() {
      const fields = [...new URLSearchParams(text + decoder.decode())]
      if (fields.length > MAX_FIELDS) throw apiError('RequestFiledsNumberLimitExceededError')
      return createForm(fields)
    },
  }
}

function finished(reader: FormReader): Form {
  try {
    return reader.finish()
  } catch (error) {
    throw parsingFailure(error)
  }
}

function failureOf(work: () => void): unknown {
  try {
    work()
    return undefined
  } catch (error) {
    return error
  }
}

function checked(form: Form): Form {
  const texts = [...form.fields.flat(), ...form.files.flatMap((file) => [file.fieldName, file.fileName])]
  if (texts.some((text) => text.includes('\0'))) throw apiError('NullCharactersForbiddenError')
  return form
}

function parsingFailure(error: unknown): UploadApiError {
  if (error instanceof UploadApiError) return error
  if (error instanceof MaxPartsExceededError) return apiError('RequestFiledsNumberLimitExceededError')
  if (error instanceof MaxFileSizeExceededError || error instanceof MaxTotalSizeExceededError) {
    return apiError('RequestSizeLimitExceededError')
  }
  return apiError('PostRequestParserFailedError')
}
