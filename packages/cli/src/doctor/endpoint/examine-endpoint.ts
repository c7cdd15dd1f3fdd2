import { describeFailure } from './describe-failure.js'
import { failure, type NamedFinding } from '../finding.js'
import { CHECKS } from './checks.js'
import { createExamination, type ExaminationOptions } from './examination.js'

/** Asks a token endpoint as a browser and as an attacker would, one request after the other. */
export async function examineEndpoint(options: ExaminationOptions, checks = CHECKS): Promise<NamedFinding[]> {
  const examination = createExamination(options)
  const findings: NamedFinding[] = []
  for (const [check, run] of Object.entries(checks)) {
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
