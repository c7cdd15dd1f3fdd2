import type { StoredFile } from '../../store/stored-file.js'

const UPLOADCARE_HOST = /^https:\/\/(?:api|upload)\.uploadcare\.com$/

/** Returns the URL of a resource of the REST API. */
export function apiUrl(baseUrl: string, path: string): string {
  return `${baseUrl}/${path}`
}

/** Returns the URL below which files are served: the CDN's host if a client uses Uploadcare's hosts. */
export function cdnBaseUrl(baseUrl: string): string {
  return UPLOADCARE_HOST.test(baseUrl) ? 'https://ucarecdn.com' : baseUrl
}

/** Returns the CDN URL of a file, with its name reduced as Uploadcare does: `-17.0° (2).png` becomes `1702.png`. */
export function fileUrl(
  baseUrl: string,
  { uuid, originalFilename }: Pick<StoredFile, 'uuid' | 'originalFilename'>,
): string {
  const [, stem = '', extension = ''] = /^(.*?)(\.[A-Za-z0-9]+)?$/s.exec(originalFilename) ?? []
  return `${cdnBaseUrl(baseUrl)}/${uuid}/${stem.replace(/\W/g, '')}${extension}`
}
