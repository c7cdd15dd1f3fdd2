import type { StoredFile } from './store/stored-file.js'

const UPLOADCARE_ORIGIN = /^https:\/\/(?:api|upload)\.uploadcare\.com$/

/** Returns the URL of a resource of the REST API: on Uploadcare's own host if the client uses Uploadcare's hosts. */
export function apiUrl(baseUrl: string, path: string): string {
  return `${UPLOADCARE_ORIGIN.test(baseUrl) ? 'https://api.uploadcare.com' : baseUrl}/${path}`
}

/** Returns the URL of a file or group on the CDN: on Uploadcare's own host if the client uses Uploadcare's hosts. */
export function cdnUrl(baseUrl: string, path: string): string {
  return `${UPLOADCARE_ORIGIN.test(baseUrl) ? 'https://ucarecdn.com' : baseUrl}/${path}`
}

/** Returns the CDN URL of a file, with its name reduced as Uploadcare does: `-17.0° (2).png` becomes `1702.png`. */
export function fileUrl(
  baseUrl: string,
  { uuid, originalFilename }: Pick<StoredFile, 'uuid' | 'originalFilename'>,
): string {
  const [, stem = '', extension = ''] = /^(.*?)(\.[A-Za-z0-9]+)?$/s.exec(originalFilename) ?? []
  return cdnUrl(baseUrl, `${uuid}/${stem.replace(/\W/g, '')}${extension}`)
}
