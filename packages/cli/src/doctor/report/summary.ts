import { EXIT_CODE, type ExitCode } from '../../exit-code.js'
import type { Level, NamedFinding } from '../finding.js'

/** Counts findings by level. */
export function summaryOf(findings: readonly NamedFinding[]): Record<Level, number> {
  const count = (level: Level): number => findings.filter((finding) => finding.level === level).length
  return {
    failure: count('failure'),
    warning: count('warning'),
    unchecked: count('unchecked'),
    fine: count('fine'),
  }
}

/** @returns the exit code: with `isStrict`, warnings and skipped checks fail, too */
export function exitCodeOf(findings: readonly NamedFinding[], isStrict: boolean): ExitCode {
  const isBad = findings.some(({ level }) => (isStrict ? level !== 'fine' : level === 'failure'))
  return isBad ? EXIT_CODE.failed : EXIT_CODE.success
}
