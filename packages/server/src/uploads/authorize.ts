import { createAuthorizer } from '../token/authorize.js'
import type { Credential } from '../token/credential.js'
import type { Authorize, Grant } from '../token/grant.js'
import type { UploadGrant, UploadRouteSettings } from './define-uploads.js'

/** Returns the user's grant for a route, or throws the denial. */
export type RouteAuthorizer<Args extends unknown[]> = (
  route: UploadRouteSettings<Args>,
  args: Args,
) => Promise<UploadGrant>

/** Creates a function that asks the endpoint's `authorize`, and then the route's. */
export function createRouteAuthorizer<Args extends unknown[]>(
  authorize: Authorize<Args>,
  credential: Credential,
): RouteAuthorizer<Args> {
  const authorizeRequest = createAuthorizer(authorize, credential)

  return async (route, args) => {
    const grant = await authorizeRequest(args)
    if (route.authorize === undefined) return withSubject(grant)
    return withSubject(narrow(grant, await createAuthorizer(route.authorize, credential)(args)))
  }
}

function narrow(grant: Grant, { subject = grant.subject, expiresIn, scope, operations }: Grant): Grant {
  const shortest = least(grant.expiresIn, expiresIn)
  const fewest = least(grant.operations, operations)
  const paths =
    scope && grant.scope ? scope.filter((path) => grant.scope?.includes(path)) : (scope ?? grant.scope)
  return {
    ...(subject === undefined ? {} : { subject }),
    ...(shortest === undefined ? {} : { expiresIn: shortest }),
    ...(paths === undefined ? {} : { scope: paths }),
    ...(fewest === undefined ? {} : { operations: fewest }),
  }
}

function withSubject(grant: Grant): UploadGrant {
  const { subject } = grant
  if (subject !== undefined) return { ...grant, subject }
  throw new TypeError(
    'Upload routes bind files to a user, but the grant has no "subject". Return one from "authorize"',
  )
}

/** Returns the smaller of two numbers that may be absent. */
export function least(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.min(a, b)
}
