import { decodeHeaderValue, parseContentDisposition } from '../http/content-disposition.js'
import { baseName } from '../store/base-name.js'
import type { OpenedSource } from './open-source.js'

/** Returns the name of a fetched file: from `Content-Disposition`, or the last segment of its URL. */
export function sourceFileName({ headers, url }: Pick<OpenedSource, 'headers' | 'url'>): string {
  const disposition = decodeHeaderValue(headers.get('Content-Disposition') ?? '')
  const named = baseName(parseContentDisposition(disposition).filename ?? '')
  const segment = baseName(decoded(url.pathname.split('/').pop() ?? ''))
  return [named, segment].find((name) => name !== '') ?? 'unnamed'
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
