import { chunksOf } from '../http/chunks-of.js'
import { isLoopbackHost } from '../is-loopback-host.js'
import type { SourceNetwork } from './source-network.js'

/** Creates a network over `fetch`. It cannot resolve names, so only IP addresses and `localhost` are known to be private. */
export function createWebSourceNetwork(fetchSource: typeof fetch): SourceNetwork {
  return {
    resolve: async (hostname) => Promise.resolve(isLoopbackHost(hostname) ? ['127.0.0.1'] : []),
    async request(url, _address, signal) {
      const response = await fetchSource(url, { redirect: 'manual', signal })
      // Browsers hide redirects, so the browser must follow them.
      const seen = response.type === 'opaqueredirect' ? await fetchSource(url, { signal }) : response
      return { status: seen.status, headers: seen.headers, body: chunksOf(seen.body) }
    },
  }
}
