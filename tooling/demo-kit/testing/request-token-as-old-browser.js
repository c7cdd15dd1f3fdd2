import { once } from 'node:events'
import { request } from 'node:http'

/**
 * Requests an upload token as a browser without `Sec-Fetch-Site` does: with an `Origin` header only.
 *
 * @param {string} url the origin of the page
 * @param {string} cookie
 * @returns {Promise<number | undefined>} the status of the response
 */
export async function requestTokenAsOldBrowser(url, cookie) {
  const sent = request(`${url}/api/upload-token`, { method: 'POST', headers: { origin: url, cookie } }).end()
  const [response] = await once(sent, 'response')
  response.resume()
  return response.statusCode
}
