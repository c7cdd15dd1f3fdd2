import { createServer } from 'node:http'
import { explainPort } from './explain-port.js'

/**
 * A running server.
 *
 * @typedef {object} Listening
 * @property {string} url
 * @property {() => Promise<void>} close stops the server and cuts open connections
 */

/**
 * Starts a server on 127.0.0.1.
 *
 * @param {import('node:http').RequestListener} listener
 * @param {number} port 0 selects a free port
 * @returns {Promise<Listening>}
 * @throws {StartUpError} when the port is in use
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
