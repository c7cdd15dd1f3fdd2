import { requiredEnv } from '../settings/required-env.js'
import { getSecretValue } from './get-secret-value.js'
import { remember } from './remember.js'

const REMEMBERED_MS = 5 * 60 * 1000

/**
 * Gives the project's secret key. The function's environment holds only where it is kept, so that nobody who may look
 * at the function sees it. A new key counts within five minutes.
 */
export const readSecretKey = remember(
  () => getSecretValue(requiredEnv('UPLOADCARE_SECRET_ARN')),
  REMEMBERED_MS,
)
