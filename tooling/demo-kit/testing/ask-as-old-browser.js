import { once } from 'node:events'
import { request } from 'node:http'

/**
 * Asks for an upload token as a browser does that knows no `Sec-Fetch-Site`: all it tells of the page is its `Origin`.
 *
 * @param {string} url where the page is from
 * @param {string} cookie
 * @returns {Promise<number | undefined>} the status of the answer
 */
export async function askAsOldBrowser(url, cookie) {
  const sent = request(`${url}/api/upload-token`, { method: 'POST', headers: { origin: url, cookie } }).end()
  const [answer] = await once(sent, 'response')
  answer.resume()
  return answer.statusCode
}
