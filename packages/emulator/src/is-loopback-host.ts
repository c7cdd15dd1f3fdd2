import ipaddr from 'ipaddr.js'

/** Checks whether the host of a URL is this machine: `localhost`, a subdomain of it, or a loopback address. */
export function isLoopbackHost(hostname: string): boolean {
  if (/^(.*\.)?localhost\.?$/.test(hostname)) return true
  const address = hostname.replace(/^\[|\]$/g, '')
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback'
}
