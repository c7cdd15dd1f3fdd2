import { coversPath, UPLOAD_SCOPE } from '@secure-uploading/core/internal'

type Scope = readonly string[] | 'any' | undefined

/**
 * Returns the paths that both scopes allow, so that a route can narrow the endpoint's scope but never widen it. An absent scope
 * is the default of the endpoint, the paths that uploads need, and keeps that of the other.
 *
 * @throws {TypeError} when they have no path in common.
 */
export function commonScope(ofEndpoint: Scope, ofRoute: Scope): string[] | 'any' | undefined {
  if (ofRoute === undefined || ofRoute === 'any') return copy(ofEndpoint)
  if (ofEndpoint === 'any') return [...ofRoute]

  const allowed = ofEndpoint ?? UPLOAD_SCOPE
  const common = [
    ...ofRoute.filter((path) => allowed.some((other) => coversScope(other, path))),
    ...allowed.filter((path) => ofRoute.some((other) => coversScope(other, path))),
  ]
  if (common.length > 0) return [...new Set(common)]
  throw new TypeError(
    `The "scope" of a route (${ofRoute.join(', ')}) has no path in common with the endpoint's (${allowed.join(', ')}). Allow the paths of the route in the endpoint's "authorize", too`,
  )
}

const copy = (scope: Scope): string[] | 'any' | undefined => (typeof scope === 'object' ? [...scope] : scope)

/** Whether a path of a scope allows everything that another one does. */
function coversScope(path: string, other: string): boolean {
  return other.endsWith('/*') ? path.endsWith('/*') && coversPath(path, other) : coversPath(path, other)
}
