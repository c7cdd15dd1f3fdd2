import type { Answer } from './answer.js'
import type { Examination } from './examination.js'

/** The origin of a page that has no business with the endpoint. The name can belong to nobody. */
export const FOREIGN_ORIGIN = 'https://attacker.example'

/** Asks as the user's own page does, with the user's credentials where they are given. */
export function askAsPage(examination: Examination): Promise<Answer> {
  const { pageOrigin, credentials } = examination
  return examination.ask('POST', { ...credentials, ...headersOfPage(examination, pageOrigin) })
}

/** Asks as anybody can who knows the address: from a terminal, without credentials. */
export function askAsNobody(examination: Examination): Promise<Answer> {
  return examination.ask('POST', { accept: 'application/json' })
}

/** The same with what a page at an origin would send: any program can write these headers, too. */
export function askAsNobodyFromPage(examination: Examination, origin: string): Promise<Answer> {
  return examination.ask('POST', headersOfPage(examination, origin))
}

/** Asks as a browser does when the signed-in user visits somebody else's page, and that page asks. */
export function askFromForeignPage(examination: Examination, origin: string): Promise<Answer> {
  return examination.ask('POST', { ...examination.credentials, origin, 'sec-fetch-site': 'cross-site' })
}

/** The same in a browser that sends no `Sec-Fetch-Site`. */
export function askFromForeignPageOfOld(examination: Examination, origin: string): Promise<Answer> {
  return examination.ask('POST', { ...examination.credentials, origin })
}

/** Asks before that whether it may, as a browser does when the page adds headers of its own. */
export function askForPermission(
  examination: Examination,
  origin: string,
  headerNames: readonly string[],
): Promise<Answer> {
  return examination.ask('OPTIONS', {
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
