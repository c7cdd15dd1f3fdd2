import type { Finding } from '../finding.js'
import { checkAnswer } from './checks/check-answer.js'
import { checkAnyone } from './checks/check-anyone.js'
import { checkCache } from './checks/check-cache.js'
import { checkClock } from './checks/check-clock.js'
import { checkCors } from './checks/check-cors.js'
import { checkCrossSite } from './checks/check-cross-site.js'
import { checkExpiresIn } from './checks/check-expires-in.js'
import { checkHost } from './checks/check-host.js'
import { checkHttps } from './checks/check-https.js'
import { checkLifetime } from './checks/check-lifetime.js'
import { checkMethod } from './checks/check-method.js'
import { checkOwnPage } from './checks/check-own-page.js'
import { checkPlaceholder } from './checks/check-placeholder.js'
import { checkPublicKey } from './checks/check-public-key.js'
import { checkRedirect } from './checks/check-redirect.js'
import { checkSecrets } from './checks/check-secrets.js'
import { checkShape } from './checks/check-shape.js'
import { checkSignature } from './checks/check-signature.js'
import type { Examination } from './examination.js'

export type Check = (examination: Examination) => Finding | Finding[] | Promise<Finding | Finding[]>

/** In report order. The last check inspects the responses to all others. */
export const CHECKS: Readonly<Record<string, Check>> = {
  https: checkHttps,
  redirect: checkRedirect,
  answer: checkAnswer,
  method: checkMethod,
  anyone: checkAnyone,
  'cross-site': checkCrossSite,
  cors: checkCors,
  'own-page': checkOwnPage,
  host: checkHost,
  cache: checkCache,
  shape: checkShape,
  'public-key': checkPublicKey,
  lifetime: checkLifetime,
  'expires-in': checkExpiresIn,
  clock: checkClock,
  signature: checkSignature,
  placeholder: checkPlaceholder,
  secrets: checkSecrets,
}
