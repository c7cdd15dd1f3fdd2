/** Returns a parameter of the query of a URL or a path; the first, if there are several. */
export function queryValue(url: string, name: string): string | null {
  const [, query = ''] = /^[^?#]*\?([^#]*)/.exec(url) ?? []
  return new URLSearchParams(query).get(name)
}
