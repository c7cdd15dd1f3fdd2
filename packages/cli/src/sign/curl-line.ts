import type { AuthToken, SecureToken } from '@secure-uploading/core'
import { shellQuoted } from '../wording/shell-quoted.js'

/** Creates a curl command that uploads a file, quoted for a POSIX shell. */
export function curlLine(
  baseUrl: URL,
  publicKey: string,
  token: SecureToken | AuthToken,
  file: string,
): string {
  const fields =
    'authToken' in token
      ? { UPLOADCARE_PUB_KEY: publicKey }
      : { UPLOADCARE_PUB_KEY: publicKey, signature: token.secureSignature, expire: token.secureExpire }
  const words = [
    ...('authToken' in token ? ['-H', `Authorization: Bearer ${token.authToken}`] : []),
    ...Object.entries(fields).flatMap(([name, value]) => ['-F', `${name}=${value}`]),
    ...['-F', `file=@${asCurlPath(file)}`],
    new URL('base/', `${baseUrl.href.replace(/\/*$/, '')}/`).href,
  ]
  return ['curl', ...words].map(shellQuoted).join(' ')
}

/** Quotes a path for curl, which splits form fields at commas and semicolons. */
const asCurlPath = (path: string): string =>
  /[,;"\\]/.test(path) ? `"${path.replace(/["\\]/g, String.raw`\$&`)}"` : path
