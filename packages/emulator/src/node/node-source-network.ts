import { lookup } from 'node:dns/promises'
import { request as requestHttp, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { SourceNetwork } from '../sources/source-network.js'

/** Creates a network over Node's HTTP clients. It connects to the address that was checked. */
export function createNodeSourceNetwork(): SourceNetwork {
  return {
    resolve: async (hostname) => (await lookup(hostname, { all: true })).map(({ address }) => address),
    async request(url, address, signal) {
      const message = await send(url, { signal, lookup: pinnedTo(address ?? '') })
      const headers = new Headers()
      for (const [name, values] of Object.entries(message.headersDistinct)) {
        for (const value of values ?? []) headers.append(name, value)
      }
      return { status: message.statusCode ?? 0, headers, body: message }
    },
  }
}

async function send(url: URL, options: RequestOptions): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    request(url, { ...options, agent: false, headers: { 'User-Agent': 'secure-uploading-emulator' } })
      .on('response', resolve)
      .on('error', reject)
      .end()
  })
}

// A second look-up of the name could return another address than the one that was checked.
function pinnedTo(address: string): LookupFunction {
  const family = isIP(address)
  return (_hostname, options, callback) => {
    if (options.all) callback(null, [{ address, family }])
    else callback(null, address, family)
  }
}
