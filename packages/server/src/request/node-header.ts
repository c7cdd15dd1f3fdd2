/** The headers of Node's request, of HTTP/1 or HTTP/2, by their lower-case names. */
export type NodeHeaders = Readonly<Record<string, string | readonly string[] | undefined>>

/** Gives a header of Node's request by its lower-case name, for an adapter. */
export function nodeHeader(headers: NodeHeaders, name: string): string | undefined {
  // A browser sends no Host with HTTP/2: there the same is called :authority.
  const value = headers[name] ?? (name === 'host' ? headers[':authority'] : undefined)
  return value?.toString()
}
