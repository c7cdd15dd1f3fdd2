import { createAuthorizer } from '../token/authorize.js'
import type { Credential } from '../token/credential.js'
import type { Authorize, Grant } from '../token/grant.js'
import { commonScope } from './common-scope.js'
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

function narrow(grant: Grant, ofRoute: Grant): Grant {
  return {
    subject: ofRoute.subject ?? grant.subject,
    expiresIn: least(grant.expiresIn, ofRoute.expiresIn),
    scope: commonScope(grant.scope, ofRoute.scope),
    operations: least(grant.operations, ofRoute.operations),
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
