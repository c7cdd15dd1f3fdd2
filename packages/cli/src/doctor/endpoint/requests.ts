import type { Answer } from './answer.js'
import type { Examination } from './examination.js'

/** An origin that must not get tokens. The TLD is reserved. */
export const FOREIGN_ORIGIN = 'https://attacker.example'

/** Sends the request of the user's own page, with the session if there is one. */
export function postAsPage(examination: Examination): Promise<Answer> {
  const { pageOrigin, credentials } = examination
  return examination.send('POST', { ...credentials, ...headersOfPage(examination, pageOrigin) })
}

/** Sends the request of the user's own page without `Sec-Fetch-Site`, like a browser over http in a local network. */
export function postAsPageInOldBrowser(examination: Examination): Promise<Answer> {
  const { credentials, pageOrigin } = examination
  return examination.send('POST', { ...credentials, accept: 'application/json', origin: pageOrigin })
}

/** Sends the request of the user's own page without `Origin` and `Sec-Fetch-Site`, like curl with a session. */
export function postWithoutOrigin(examination: Examination): Promise<Answer> {
  return examination.send('POST', { ...examination.credentials, accept: 'application/json' })
}

/** Sends a request without a session, like curl. */
export function postWithoutSession(examination: Examination): Promise<Answer> {
  return examination.send('POST', { accept: 'application/json' })
}

/** Sends a request without a session, with the headers of a page at an origin. Any program can send them. */
export function postWithoutSessionFrom(examination: Examination, origin: string): Promise<Answer> {
  return examination.send('POST', headersOfPage(examination, origin))
}

/** Sends the request of a third-party page that a signed-in user visits. */
export function postFromForeignPage(examination: Examination, origin: string): Promise<Answer> {
  return examination.send('POST', { ...examination.credentials, origin, 'sec-fetch-site': 'cross-site' })
}

/** Sends the same request without `Sec-Fetch-Site`, like an old browser. */
export function postFromForeignPageInOldBrowser(examination: Examination, origin: string): Promise<Answer> {
  return examination.send('POST', { ...examination.credentials, origin })
}

/** Sends the preflight of a page that adds custom headers. */
export function sendPreflight(
  examination: Examination,
  origin: string,
  headerNames: readonly string[],
): Promise<Answer> {
  return examination.send('OPTIONS', {
    origin,
    'sec-fetch-site': 'cross-site',
    'access-control-request-method': 'POST',
    'access-control-request-headers': headerNames.join(','),
  })
}

const headersOfPage = ({ url }: Examination, origin: string): Record<string, string> => ({
  accept: 'application/json',
  origin,
  'sec-fetch-site': origin === url.origin ? 'same-origin' : 'cross-site',
})
