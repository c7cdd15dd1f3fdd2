/** How a command reaches other machines. */
export interface Network {
  fetch: typeof fetch
  /** @returns the host and port of the proxy for a URL, or `undefined` if the connection is direct */
  proxyFor(url: string | URL): string | undefined
}

/** Connects without a proxy. */
export const DIRECT_NETWORK: Network = {
  fetch: (...args) => globalThis.fetch(...args),
  proxyFor: () => undefined,
}

/** Describes the way to a URL, for messages about failures. */
export function describeRoute(network: Network, url: string | URL): string {
  const proxy = network.proxyFor(url)
  return proxy === undefined ? 'without a proxy' : `through the proxy ${proxy}`
}
