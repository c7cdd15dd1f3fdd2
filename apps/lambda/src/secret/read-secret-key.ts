import { requiredEnv } from '../settings/required-env.js'
import { getSecretValue } from './get-secret-value.js'
import { cacheFor } from './cache-for.js'

const CACHE_MS = 5 * 60 * 1000

/**
 * Returns the project's secret key. The function's environment contains only the ARN of the secret, so users who can
 * read the configuration cannot see the key. A new key takes effect within five minutes.
 */
export const readSecretKey = cacheFor(CACHE_MS, () => getSecretValue(requiredEnv('UPLOADCARE_SECRET_ARN')))
