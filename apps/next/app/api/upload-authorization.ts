import { currentUser } from '../../session/current-user'
import { requiredEnv } from '../../settings/required-env'

/**
 * The options that both endpoints share. The keys are functions that are called on request, so that the build needs no
 * secret. `authorize` returns a grant with the user and the token lifetime in seconds, or `null` for a 401.
 */
export const uploadAuthorization = {
  publicKey: () => requiredEnv('UPLOADCARE_PUBLIC_KEY'),
  secretKey: () => requiredEnv('UPLOADCARE_SECRET_KEY'),
  authorize: async () => {
    const user = await currentUser()
    if (user === undefined) return null
    return { subject: user, expiresIn: Number(process.env['UPLOAD_TOKEN_SECONDS'] ?? 1800) }
  },
  // Whether a proxy sets `X-Forwarded-Host`.
  trustProxy: process.env['TRUST_PROXY'] === 'true',
  onError: (error: unknown) => {
    console.error(error)
  },
}
