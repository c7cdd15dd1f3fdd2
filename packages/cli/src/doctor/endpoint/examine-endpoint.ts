import { describeFailure } from './describe-failure.js'
import { failure, type Finding, type NamedFinding } from '../finding.js'
import { checkAnswer } from './checks/check-answer.js'
import { checkAnyone } from './checks/check-anyone.js'
import { checkCache } from './checks/check-cache.js'
import { checkClock } from './checks/check-clock.js'
import { checkCors } from './checks/check-cors.js'
import { checkCrossSite } from './checks/check-cross-site.js'
import { checkExpiresIn } from './checks/check-expires-in.js'
import { checkHttps } from './checks/check-https.js'
import { checkLifetime } from './checks/check-lifetime.js'
import { checkMethod } from './checks/check-method.js'
import { checkOwnPage } from './checks/check-own-page.js'
import { checkPlaceholder } from './checks/check-placeholder.js'
import { checkPublicKey } from './checks/check-public-key.js'
import { checkSecrets } from './checks/check-secrets.js'
import { checkShape } from './checks/check-shape.js'
import { checkSignature } from './checks/check-signature.js'
import { createExamination, type Examination, type ExaminationOptions } from './examination.js'

type Check = (examination: Examination) => Finding | Finding[] | Promise<Finding | Finding[]>

/** In the order in which they are told. The last one looks at what all the others were answered. */
const CHECKS: Record<string, Check> = {
  https: checkHttps,
  answer: checkAnswer,
  method: checkMethod,
  anyone: checkAnyone,
  'cross-site': checkCrossSite,
  cors: checkCors,
  'own-page': checkOwnPage,
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

/** Asks a token endpoint as a browser and as an attacker would, one request after the other. */
export async function examineEndpoint(options: ExaminationOptions): Promise<NamedFinding[]> {
  const examination = createExamination(options)
  const findings: NamedFinding[] = []
  for (const [check, run] of Object.entries(CHECKS)) {
    try {
      for (const finding of [await run(examination)].flat()) findings.push({ check, ...finding })
    } catch (error) {
      // Who cannot be reached once is not asked fifteen times.
      findings.push({ check: 'reachable', ...failure(...describeFailure(error)) })
      break
    }
  }
  return findings
}
