import {
  MaxFileSizeExceededError,
  MaxPartsExceededError,
  MaxTotalSizeExceededError,
  parseMultipartRequest,
} from '@remix-run/multipart-parser'
import { createForm, type Form, type FormFile } from './form.js'
import { apiError, type UploadApiError } from './upload-api-error.js'

// Direct uploads hold files below 100 MB; a little more is room for the other fields.
const LARGEST_BODY_BYTES = 100 * 1024 * 1024 + 1024 * 1024
const MOST_FIELDS = 1000

/**
 * Reads the whole body of a POST, form-data or urlencoded.
 *
 * @throws {UploadApiError} when the body cannot be parsed, is too large or has too many fields.
 */
export async function readForm(request: Request): Promise<Form> {
  const contentType = request.headers.get('Content-Type') ?? ''
  const form = /^multipart\//i.test(contentType)
    ? await readMultipart(request)
    : await readUrlencoded(request)
  const texts = [...form.fields.flat(), ...form.files.flatMap((file) => [file.fieldName, file.fileName])]
  if (texts.some((text) => text.includes('\0'))) throw apiError('NullCharactersForbiddenError')
  return form
}

async function readMultipart(request: Request): Promise<Form> {
  const fields: [string, string][] = []
  const files: FormFile[] = []
  try {
    const limits = {
      maxFileSize: LARGEST_BODY_BYTES,
      maxTotalSize: LARGEST_BODY_BYTES,
      maxParts: MOST_FIELDS,
    }
    for await (const part of parseMultipartRequest(request, limits)) {
      const { name = '', filename } = part
      if (filename === undefined) {
        fields.push([name, part.text])
      } else {
        const contentType = part.headers['content-type'] ?? 'application/octet-stream'
        files.push({
          fieldName: name,
          fileName: filename,
          contentType,
          chunks: part.content,
          sizeBytes: part.size,
        })
      }
    }
  } catch (error) {
    throw parsingFailure(error)
  }
  return createForm(fields, files)
}

async function readUrlencoded(request: Request): Promise<Form> {
  const text = await request.text().catch((error: unknown) => {
    throw parsingFailure(error)
  })
  const fields = [...new URLSearchParams(text)]
  if (fields.length > MOST_FIELDS) throw apiError('RequestFiledsNumberLimitExceededError')
  return createForm(fields)
}

function parsingFailure(error: unknown): UploadApiError {
  if (error instanceof MaxPartsExceededError) return apiError('RequestFiledsNumberLimitExceededError')
  if (error instanceof MaxFileSizeExceededError || error instanceof MaxTotalSizeExceededError) {
    return apiError('RequestSizeLimitExceededError')
  }
  return apiError('PostRequestParserFailedError')
}
