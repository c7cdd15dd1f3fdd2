import { currentUser } from '../../session/current-user'
import { requiredEnv } from '../../settings/required-env'
import { tokenLifetimeSeconds } from '../../settings/token-lifetime-seconds'
import { trustProxy } from '../../settings/trust-proxy'

/**
 * The options that both endpoints share. The keys are functions that are called on request, so that the build needs no
 * secret. `authorize` returns a grant with the user and the token lifetime, or `null` for a 401.
 */
export const uploadAuthorization = {
  publicKey: () => requiredEnv('UPLOADCARE_PUBLIC_KEY'),
  secretKey: () => requiredEnv('UPLOADCARE_SECRET_KEY'),
  authorize: async () => {
    const user = await currentUser()
    return user === undefined ? null : { subject: user, expiresIn: tokenLifetimeSeconds() }
  },
  trustProxy: trustProxy(),
  onError: (error: unknown) => {
    console.error(error)
  },
}
