import { camelizeKeys, UploadError } from '@uploadcare/upload-client'
import { AnswerError, ConnectionError } from '../requests/answer-error.js'

/**
 * Posts a form to the Upload API, because upload-client sends one file in a form. Its errors are those of upload-client.
 * Without headers, a browser sends no preflight.
 *
 * @returns the JSON of a success
 * @throws {UploadError} for an error of the API.
 * @throws {AnswerError} for an error status.
 * @throws {ConnectionError} without an answer.
 */
export async function postForm(
  address: string,
  body: FormData,
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<unknown> {
  const answer = await fetch(address, { method: 'POST', body, headers, signal })
    .then(async (response) => ({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    }))
    .catch((error: unknown) => {
      throw new ConnectionError(error)
    })
  if (answer.status !== 200) throw new AnswerError(answer, false)
  const json = camelizeKeys<UploadError['response']>(JSON.parse(answer.body))
  const error = json?.error
  if (error) throw new UploadError(error.content, error.errorCode, undefined, json, answer.headers)
  return json
}
