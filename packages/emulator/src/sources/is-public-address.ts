import ipaddr from 'ipaddr.js'

/** Checks whether an IP address is on the public internet: not loopback, private or reserved. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  // An IPv4-mapped IPv6 address is checked as IPv4.
  const parsed = ipaddr.process(address)
  if (parsed.range() !== 'unicast') return false
  // Global unicast is 2000::/3; the rest of the address space is unassigned.
  return parsed.kind() === 'ipv4' || isGlobalIpv6(parsed.toByteArray())
}

function isGlobalIpv6([first = 0]: readonly number[]): boolean {
  return first >> 5 === 1
}
