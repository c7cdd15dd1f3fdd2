import { decodeBase64Url, encodeBase64Url } from './base64url.js'

/** Encodes a value as JSON in base64url. */
export function encodeBase64UrlJson(value: unknown): string {
  return encodeBase64Url(new TextEncoder().encode(JSON.stringify(value)))
}

/** @returns the decoded JSON, or `undefined` if the text is not base64url-encoded JSON */
export function decodeBase64UrlJson(text: string): unknown {
  const bytes = decodeBase64Url(text)
  if (bytes === undefined) return undefined
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown
  } catch {
    return undefined
  }
}
