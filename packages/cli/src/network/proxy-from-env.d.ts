declare module 'proxy-from-env' {
  /** @returns the proxy for a URL from the environment of the process, or `''` */
  export function getProxyForUrl(url: string | URL): string
}
