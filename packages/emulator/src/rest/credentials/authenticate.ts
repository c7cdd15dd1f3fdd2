import type { Refusal } from '@secure-uploading/core'
import type { Exchange } from '../../http/exchange.js'
import type { Project } from '../../projects/project.js'
import { RestError } from '../http/rest-error.js'
import { requestSignature } from './request-signature.js'

const MAX_DATE_OFFSET_MS = 15 * 60 * 1000

// The texts of the OpenAPI description.
const INCORRECT = 'Incorrect authentication credentials.'
const UNKNOWN_SECRET_KEY = 'Secret key not found.'
const SIMPLE_OVER_HTTP =
  'Simple authentication over HTTP is forbidden. Please, use HTTPS or signed requests instead.'
const INVALID_SIGNATURE = 'Invalid signature. Please check your Secret key.'

/**
 * Verifies the `Authorization` header of a request: `Uploadcare.Simple <public key>:<secret key>`, or
 * `Uploadcare <public key>:<signature>` with the date in `Date` or `X-Uploadcare-Date`.
 *
 * @throws {RestError} when the credential is missing or refused.
 */
export function authenticate(exchange: Exchange, body: Uint8Array): Project {
  const { request, emulation, entry } = exchange
  const header = request.headers.get('Authorization') ?? ''
  const [, scheme, publicKey = '', secret = ''] =
    /^(Uploadcare|Uploadcare\.Simple)\s+([^:\s]+):(\S+)\s*$/i.exec(header) ?? []
  if (scheme === undefined) {
    throw refuse(exchange, INCORRECT, 'Send "Authorization: Uploadcare.Simple <public key>:<secret key>".')
  }
  const isSimple = scheme.toLowerCase() === 'uploadcare.simple'
  if (isSimple && isUploadcareOverHttp(exchange.url)) throw new RestError(400, SIMPLE_OVER_HTTP)
  entry.credential = isSimple ? 'secret-key' : 'request-signature'
  const project = emulation.projects.find(publicKey)
  if (!project) {
    // A user may have swapped the keys, so the journal does not show the key.
    refuse(exchange, 'Public key not found.')
    throw unauthorized(`Public key ${publicKey} not found.`)
  }
  entry.publicKey = publicKey
  if (isSimple) {
    if (!project.secretKeys.includes(secret)) throw refuse(exchange, UNKNOWN_SECRET_KEY)
  } else {
    verifySignature(exchange, project, secret, body)
  }
  entry.verdict = { valid: true }
  return project
}

function verifySignature(exchange: Exchange, project: Project, signature: string, body: Uint8Array): void {
  const { request, url, emulation, entry } = exchange
  if (/^[0-9a-f]{40}$/i.test(signature)) entry.signatureStart = signature.slice(0, 8)
  // Browsers do not let a page set `Date`, so Uploadcare's own client sends the other header.
  const date = request.headers.get('X-Uploadcare-Date') ?? request.headers.get('Date') ?? ''
  const offsetMs = Math.abs(Date.parse(date) - emulation.clock.nowMs())
  if (!(offsetMs <= MAX_DATE_OFFSET_MS)) {
    const hint = 'Send a "Date" header within 15 minutes of the emulator’s clock.'
    throw refuse(exchange, INCORRECT, hint)
  }
  const contentType = request.headers.get('Content-Type') ?? ''
  const signed = { method: request.method, body, contentType, date, uri: url.pathname + url.search }
  const isValid = project.secretKeys.some((key) => requestSignature(key, signed) === signature.toLowerCase())
  if (!isValid) throw refuse(exchange, INVALID_SIGNATURE)
}

/** The emulator itself is served over http, so only Uploadcare's own host requires https. */
function isUploadcareOverHttp({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && hostname === 'api.uploadcare.com'
}

function refuse({ entry }: Exchange, message: string, hint?: string): RestError {
  const refusal: Refusal = { valid: false, code: 'RestAuthorizationError', status: 401, message }
  entry.verdict = hint === undefined ? refusal : { ...refusal, hint }
  return unauthorized(message)
}

function unauthorized(detail: string): RestError {
  return new RestError(401, detail, { 'WWW-Authenticate': 'Uploadcare' })
}
