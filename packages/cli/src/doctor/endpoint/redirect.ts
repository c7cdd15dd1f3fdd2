import type { Answer } from './answer.js'

/** @returns the target of a redirect, without its query, or `undefined` if the response is not a redirect */
export function redirectTarget({
  url,
  status,
  headers,
}: Pick<Answer, 'url' | 'status' | 'headers'>): URL | undefined {
  const location = headers.get('location')
  if (status < 300 || status > 399 || location === null || !URL.canParse(location, url)) return undefined
  return new URL(location, url)
}

/**
 * Finds the target of a redirect that keeps the method and the host (307, 308), such as one to a trailing slash. Only such
 * a redirect is followed: the session must not reach another host.
 *
 * @returns the target, or `undefined` if the redirect must not be followed
 */
export function followableTarget(answer: Pick<Answer, 'url' | 'status' | 'headers'>): URL | undefined {
  const target = redirectTarget(answer)
  const isKept = answer.status === 307 || answer.status === 308
  const isUpgrade = target?.protocol === 'https:' && target.hostname === answer.url.hostname
  return target && isKept && (target.origin === answer.url.origin || isUpgrade) ? target : undefined
}

/** Formats a URL for a message: a query can contain secrets. */
export const withoutQuery = (url: URL): string => `${url.origin}${url.pathname}`
