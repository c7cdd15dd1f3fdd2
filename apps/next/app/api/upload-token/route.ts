import { createTokenHandler } from '@secure-uploading/next'
import { currentUser } from '../../../session/current-user'
import { requiredEnv } from '../../../settings/required-env'
import { tokenLifetimeSeconds } from '../../../settings/token-lifetime-seconds'
import { trustProxy } from '../../../settings/trust-proxy'

// The token endpoint, the only route that secure uploading needs. The keys are functions that are called on request, so
// that the build needs no secret. `authorize` returns a grant with the user and the token lifetime, or `null` for a 401.
export const { POST, OPTIONS } = createTokenHandler({
  publicKey: () => requiredEnv('UPLOADCARE_PUBLIC_KEY'),
  secretKey: () => requiredEnv('UPLOADCARE_SECRET_KEY'),
  authorize: async () => {
    const user = await currentUser()
    return user === undefined ? null : { subject: user, expiresIn: tokenLifetimeSeconds() }
  },
  trustProxy: trustProxy(),
  onError: (error) => {
    console.error(error)
  },
})
