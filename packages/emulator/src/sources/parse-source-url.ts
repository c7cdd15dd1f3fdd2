import { apiError } from '../errors/upload-api-error.js'

/**
 * Parses the URL of a source.
 *
 * @throws {UploadApiError} when a part of the URL is missing or invalid.
 */
export function parseSourceUrl(text: string): URL {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text)?.[1]?.toLowerCase()
  if (scheme === undefined || !text.includes('//')) throw apiError('URLSchemeRequiredError')
  if (scheme !== 'http' && scheme !== 'https') throw apiError('URLSchemeInvalidError')
  if (/^https?:\/{2,}(?:[/?#]|$)/i.test(text)) throw apiError('URLHostRequiredError')
  try {
    return new URL(text)
  } catch {
    throw apiError(isHostMalformed(text) ? 'URLHostMalformedError' : 'URLParsingFailedError')
  }
}

function isHostMalformed(text: string): boolean {
  const host = /^https?:\/\/(?:[^/?#]*@)?([^/?#:]*)/i.exec(text)?.[1] ?? ''
  return !/^[a-z0-9.-]+$/i.test(host)
}
