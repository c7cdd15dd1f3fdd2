import { describeFindings } from '../../doctor/report/describe-findings.js'
import { exitCodeOf, summaryOf } from '../../doctor/report/summary.js'
import { EXIT_CODE, type ExitCode } from '../../exit-code.js'
import { printable } from '../../wording/printable.js'
import type { EndpointCheck } from './endpoint-check.js'

const MAX_LINES = 20

/** Formats a failed check for people: what happened, and the last lines of the app. */
export function describeFailedCheck(message: string, output: string): string {
  const lines = output.trimEnd().split(/\r?\n/).slice(-MAX_LINES)
  return [
    `error: The endpoint was not checked: ${printable(message)}.`,
    ...(output.trim() === '' ? [] : ['Its last lines:', ...lines.map((line) => `  ${printable(line)}`)]),
    'The files are written. Correct this, and run init again, or follow the steps below.',
  ].join('\n')
}

/** Formats the findings of the doctor for people. */
export const describeChecked = (
  { url, findings }: Extract<EndpointCheck, { status: 'checked' }>,
  hasColors: boolean,
): string => `The doctor checked ${url}, beside the emulator:\n\n${describeFindings(findings, hasColors)}`

/** Formats a check as JSON. */
export function checkAsJson(check: EndpointCheck): object {
  return check.status === 'checked'
    ? { status: check.status, url: check.url, summary: summaryOf(check.findings), findings: check.findings }
    : check
}

export function exitCodeOfCheck(check: EndpointCheck): ExitCode {
  switch (check.status) {
    case 'checked':
      return exitCodeOf(check.findings, false)
    case 'failed':
      return EXIT_CODE.failed
    case 'interrupted':
      return EXIT_CODE.interrupted
    case 'skipped':
      return EXIT_CODE.success
  }
}
