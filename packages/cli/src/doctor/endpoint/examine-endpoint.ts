import { describeFailure } from './describe-failure.js'
import { failure, type NamedFinding } from '../finding.js'
import { CHECKS } from './checks.js'
import { createExamination, type ExaminationOptions } from './examination.js'

/** Checks a token endpoint like a browser and like an attacker, one request after the other. */
export async function examineEndpoint(options: ExaminationOptions, checks = CHECKS): Promise<NamedFinding[]> {
  const examination = createExamination(options)
  const findings: NamedFinding[] = []
  for (const [check, run] of Object.entries(checks)) {
    try {
      for (const finding of [await run(examination)].flat()) findings.push({ check, ...finding })
    } catch (error) {
      // An unreachable endpoint is reported once.
      findings.push({
        check: 'reachable',
        ...failure(...describeFailure(error, options.route ?? 'without a proxy')),
      })
      break
    }
  }
  return findings
}
