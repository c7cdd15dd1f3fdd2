import { isSecureUploadError } from '@secure-uploading/core'
import { PLACEHOLDER_SECRETS } from '../secrets/placeholder-secrets.js'
import type { UploadSetup } from './upload-setup.js'

export interface Failure {
  code?: string
  message: string
}

/** Describes why an upload failed, in terms of the command line. */
export function failureOf(error: unknown, setup: UploadSetup): Failure {
  if (!(error instanceof Error)) return { message: String(error) }
  if (error.name === 'NotReadableError') return { message: 'The file changed during the upload.' }
  // upload-client parses every response as JSON.
  if (error instanceof SyntaxError) {
    return {
      message: `${setup.baseUrl} did not respond like the Upload API (${setup.uploadRoute}). Check --base-url and the proxy, or try again later.`,
    }
  }
  const code = codeOf(error)
  const message = explain(error, setup) ?? (error.message || error.name)
  return { ...(code !== undefined && { code }), message }
}

function codeOf(error: object): string | undefined {
  const { code } = error as { code?: unknown }
  return typeof code === 'string' ? code : undefined
}

function explain(error: Error, setup: UploadSetup): string | undefined {
  const { signing } = setup
  if (isSecureUploadError(error, 'ERR_ENDPOINT_UNREACHABLE')) {
    return `Could not reach the token endpoint ${setup.endpointRoute}. Check --token-endpoint and the network.${PROXY_ADVICE}`
  }
  if (isNetworkFailure(error)) {
    return `Could not reach ${setup.baseUrl} ${setup.uploadRoute} (${reasonOf(error)}). Check --base-url and the network.${PROXY_ADVICE}`
  }
  if (isSecureUploadError(error, 'ERR_TOKEN_MALFORMED') && /"publicKey"/.test(error.message)) {
    return 'The token endpoint returned no public key. Pass --public-key, or set UPLOADCARE_PUBLIC_KEY.'
  }
  if (isSecureUploadError(error, 'ERR_PUBLIC_KEY_MISMATCH')) {
    return `${error.message} The command line sets it with --public-key or UPLOADCARE_PUBLIC_KEY.`
  }
  if (signing && isSecureUploadError(error, 'ERR_TOKEN_REFUSED')) return explainRefusal(error, signing)
  if (signing && isSecureUploadError(error, 'ERR_TOKEN_TOO_SHORT')) {
    return 'The token expired before the upload ended. Increase --expires-in.'
  }
  if (signing && codeOf(error) === 'ProjectPublicKeyInvalidError') {
    return `Uploadcare does not know the public key from ${signing.publicKeySource}.`
  }
  return undefined
}

function explainRefusal(error: Error, signing: NonNullable<UploadSetup['signing']>): string {
  const uploadcareCode = codeOf(Object(error.cause) as object) ?? 'no code'
  const { secretKey, secretSource, publicKeySource } = signing
  const start = `Uploadcare refused the token (${uploadcareCode}), which was signed with the secret from ${secretSource}`
  if (uploadcareCode !== 'SignatureInvalidError') return `${start}. Check the clock of this machine.`
  if (PLACEHOLDER_SECRETS.includes(secretKey)) {
    return `${start}, a well-known placeholder. Set it to the secret key from the dashboard.`
  }
  return `${start}. Check that it belongs to the same project as the public key from ${publicKeySource}.`
}

/** @returns the code of the innermost cause, or the message of the error */
function reasonOf(error: Error): string {
  const { cause } = error
  if (cause instanceof Error && (codeOf(cause) !== undefined || cause.cause instanceof Error)) {
    return reasonOf(cause)
  }
  return codeOf(error) ?? error.message
}

const PROXY_ADVICE = ' If this machine needs a proxy, check HTTPS_PROXY, HTTP_PROXY and NO_PROXY.'

/** Codes of Node's sockets, DNS and TLS. */
const NETWORK_CODE = /^(?:E[A-Z]+|EAI_AGAIN|ERR_TLS_\w+|ERR_SSL_\w+|\w*CERT\w*|\w*SIGNATURE\w*)$/

function isNetworkFailure(error: Error): boolean {
  const code = codeOf(error)
  return (
    error.name === 'NetworkError' ||
    (!isSecureUploadError(error) && code !== undefined && NETWORK_CODE.test(code))
  )
}
