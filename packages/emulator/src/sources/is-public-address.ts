import ipaddr from 'ipaddr.js'

/** Tells whether an IP address is of the public internet: none of this machine's, a private network's or a special one. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  // An IPv4 address inside an IPv6 one counts as what it is.
  const parsed = ipaddr.process(address)
  if (parsed.range() !== 'unicast') return false
  // Global unicast is 2000::/3; what the registry has not given out yet may lead anywhere.
  return parsed.kind() === 'ipv4' || isGlobalIpv6(parsed.toByteArray())
}

function isGlobalIpv6([first = 0]: readonly number[]): boolean {
  return first >> 5 === 1
}
