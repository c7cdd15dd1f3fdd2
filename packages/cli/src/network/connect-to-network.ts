import http from 'node:http'
import https from 'node:https'
import type { RequestInit } from 'undici'
import { DIRECT_NETWORK, type Network } from './network.js'
import { readProxy } from './read-proxy.js'

/**
 * Connects through the proxies of `HTTPS_PROXY` and `HTTP_PROXY`, except for the hosts in `NO_PROXY`. Without
 * `HTTPS_PROXY`, `HTTP_PROXY` serves both schemes. Replaces the global agents of this process, because upload-client sends
 * with `http.request`, and its global `fetch`, because the client sends parts with that: neither has an option.
 *
 * @param env the environment of this process, from which the libraries read the proxies
 * @throws {UsageError} if a variable is not the URL of an HTTP proxy
 */
export async function connectToNetwork(env: NodeJS.ProcessEnv): Promise<Network> {
  const httpProxy = readProxy(env, 'http_proxy', 'HTTP_PROXY')
  const httpsProxy = readProxy(env, 'https_proxy', 'HTTPS_PROXY') ?? httpProxy
  if (httpsProxy === undefined) return DIRECT_NETWORK

  // The libraries differ in their defaults, so all values are explicit.
  Object.assign(env, { http_proxy: httpProxy ?? '', https_proxy: httpsProxy, all_proxy: '', ALL_PROXY: '' })
  // Imported on demand, so that commands start faster without a proxy.
  const [{ EnvHttpProxyAgent, fetch }, { ProxyAgent }, { getProxyForUrl }] = await Promise.all([
    import('undici'),
    import('proxy-agent'),
    import('proxy-from-env'),
  ])
  const direct = { httpAgent: http.globalAgent, httpsAgent: https.globalAgent }
  // A reused connection to an HTTP proxy would get requests without the host. A tunnel for HTTPS has one host.
  Object.assign(http, { globalAgent: new ProxyAgent(direct) })
  Object.assign(https, { globalAgent: new ProxyAgent({ ...direct, keepAlive: true }) })
  const dispatcher = new EnvHttpProxyAgent()
  Object.assign(globalThis, {
    fetch: (url: string | URL, init?: RequestInit) => fetch(url, { ...init, dispatcher }),
  })
  return {
    fetch: globalThis.fetch,
    proxyFor(url) {
      const proxy = getProxyForUrl(url)
      return proxy === '' ? undefined : new URL(proxy).host
    },
  }
}
