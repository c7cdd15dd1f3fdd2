/**
 * Returns the documented path of an API request. Like Uploadcare, accepts doubled slashes (`/group//`, pyuploadcare),
 * encoded slashes (`/%2Finfo%2F`, Android) and a missing final slash (`/info`, Swift). Other paths are returned
 * unchanged.
 */
export function endpointPath(pathname: string, endpointPaths: ReadonlySet<string>): string {
  const path = `${pathname.replace(/%2f/gi, '/')}/`.replace(/\/{2,}/g, '/')
  return endpointPaths.has(path) ? path : pathname
}
