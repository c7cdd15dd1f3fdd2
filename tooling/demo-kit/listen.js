import { createServer } from 'node:http'
import { explainPort } from './explain-port.js'

/**
 * A server that listens.
 *
 * @typedef {object} Listening
 * @property {string} url
 * @property {() => Promise<void>} close stops at once: connections that are still open are cut
 */

/**
 * Serves on this machine alone.
 *
 * @param {import('node:http').RequestListener} listener
 * @param {number} port 0 takes a free one
 * @returns {Promise<Listening>}
 * @throws {StartUpError} when the port is taken
 */
export async function listen(listener, port) {
  const server = createServer(listener)
  await new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  }).catch((error) => explainPort(error, port, 'PORT'))
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
