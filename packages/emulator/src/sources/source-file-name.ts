import type { OpenedSource } from './open-source.js'

/** Returns the name of a fetched file: from `Content-Disposition`, or the last segment of its URL. */
export function sourceFileName({ headers, url }: Pick<OpenedSource, 'headers' | 'url'>): string {
  const disposition = headers.get('Content-Disposition') ?? ''
  const encoded = /filename\*\s*=\s*utf-8'[^']*'([^;]+)/i.exec(disposition)?.[1]
  const plain = /filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(disposition)
  const named = decoded(encoded) ?? plain?.[1]?.replace(/\\(.)/g, '$1') ?? plain?.[2]
  const segment = decoded(url.pathname.split('/').pop())
  return [named, segment].find((name) => name !== undefined && name !== '') ?? 'unnamed'
}

function decoded(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
