import type { MultipartUpload } from '../store/multipart-upload.js'
import { sanitizedName } from '../store/sanitized-name.js'

/** The lifetime of a part URL in **milliseconds**: 24 hours, like the presigned URLs of S3. */
export const PART_URL_LIFETIME_MS = 24 * 60 * 60 * 1000

export const PART_PATH = '/_parts/:uuid/:name'

const ALGORITHM = 'AWS4-HMAC-SHA256'

/** The parameters of a presigned URL, apart from its signature. */
const SIGNED_PARAMETERS = [
  'partNumber',
  'uploadId',
  'X-Amz-Algorithm',
  'X-Amz-Credential',
  'X-Amz-Date',
  'X-Amz-Expires',
  'X-Amz-SignedHeaders',
] as const

/** Creates the presigned URLs of an upload's parts, below the URL at which the client reaches the emulator. */
export async function partUrls(baseUrl: string, upload: MultipartUpload, count: number): Promise<string[]> {
  const { uuid, uploadId, originalFilename, startedAtMs } = upload
  const key = await signingKey(upload)
  const date = new Date(startedAtMs).toISOString().replace(/[-:]|\.\d+/g, '')
  // The server ignores the name. Sanitized, because a name such as `..` would change the path.
  const name = sanitizedName(originalFilename).slice(0, 255)
  const path = `${baseUrl}/_parts/${uuid}/${name === '' ? 'file' : name}`
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const query = new URLSearchParams({
        partNumber: String(index + 1),
        uploadId,
        'X-Amz-Algorithm': ALGORITHM,
        'X-Amz-Credential': `EMULATOR/${date.slice(0, 8)}/us-east-1/s3/aws4_request`,
        'X-Amz-Date': date,
        'X-Amz-Expires': String(PART_URL_LIFETIME_MS / 1000),
        'X-Amz-SignedHeaders': 'host',
      })
      query.set('X-Amz-Signature', await signature(key, query))
      return `${path}?${query.toString()}`
    }),
  )
}

/**
 * Checks the query of a part URL.
 *
 * @returns the part number, or the S3 error code.
 */
export async function verifyPartQuery(
  query: URLSearchParams,
  upload: MultipartUpload,
): Promise<number | 'AccessDenied' | 'AuthorizationQueryParametersError' | 'SignatureDoesNotMatch'> {
  if (![...query.keys()].some((name) => name.startsWith('X-Amz-'))) return 'AccessDenied'
  const authentication = ['X-Amz-Signature', ...SIGNED_PARAMETERS.slice(2)]
  if (!authentication.every((name) => query.has(name))) return 'AuthorizationQueryParametersError'
  const isIntact = (await signature(await signingKey(upload), query)) === query.get('X-Amz-Signature')
  return isIntact ? Number(query.get('partNumber')) : 'SignatureDoesNotMatch'
}

async function signingKey({ signingSecret }: MultipartUpload): Promise<CryptoKey> {
  const secret = new TextEncoder().encode(signingSecret)
  return crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
}

/** Signs the parameters. Clients may reorder them, so they are sorted; unknown parameters invalidate the signature. */
async function signature(key: CryptoKey, query: URLSearchParams): Promise<string> {
  const parameters = [...query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .sort(([a], [b]) => (a === b ? 0 : a < b ? -1 : 1))
  const message = new TextEncoder().encode(JSON.stringify(parameters))
  const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', key, message))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
