import {
  MaxFileSizeExceededError,
  MaxPartsExceededError,
  MaxTotalSizeExceededError,
} from '@remix-run/multipart-parser'
import { apiError, UploadApiError } from '../errors/upload-api-error.js'
import { createForm, type Form } from './form.js'
import { createMultipartReader, type FormReader } from './multipart-reader.js'
import type { RequestBody } from './request-body.js'

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
  const limits = { maxBytes: MAX_BODY_BYTES, maxFields: MAX_FIELDS }
  const isMultipart = /^\s*multipart\//i.test(contentType)
  const reader = isMultipart ? createMultipartReader(contentType, limits) : createUrlencodedReader()
  let failure: unknown
  try {
    for await (const chunk of body.chunks()) {
      if (failure === undefined)
        failure = failureOf(() => {
          reader.write(chunk)
        })
    }
  } catch (error) {
    failure ??= error
  }
  if (failure !== undefined) throw parsingFailure(failure)
  return checked(finished(reader))
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
