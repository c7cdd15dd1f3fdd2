import type { RequestHandler } from 'express'
import { CHECKS } from '../../../src/doctor/endpoint/checks.js'
import { examineEndpoint } from '../../../src/doctor/endpoint/examine-endpoint.js'
import type { ExaminationOptions } from '../../../src/doctor/endpoint/examination.js'
import type { Finding } from '../../../src/doctor/finding.js'
import { SECRET_KEY } from '../../demo-project.js'
import { COOKIE } from '../careless-endpoint.js'
import { startApp } from '../start-app.js'

/**
 * Serves an endpoint with Express and checks it, by default with the session of a user.
 *
 * @param only the names of the checks to run; all by default
 */
export async function findAll(
  endpoint: RequestHandler,
  options: Partial<ExaminationOptions> = {},
  only: readonly string[] = Object.keys(CHECKS),
): Promise<Record<string, Finding>> {
  const url = await startApp((app) => app.all('/api/upload-token', endpoint))
  const findings = await examineEndpoint(
    {
      ...{ url, credentials: { cookie: COOKIE }, secretKeys: [SECRET_KEY] },
      ...options,
    },
    Object.fromEntries(Object.entries(CHECKS).filter(([check]) => only.includes(check))),
  )
  return Object.fromEntries(findings.map(({ check, ...finding }) => [check, finding]))
}

/** Lists everything that did not pass, as `check: level`. */
export function complaints(findings: Record<string, Finding>): string[] {
  return Object.entries(findings).flatMap(([check, { level }]) =>
    level === 'fine' ? [] : [`${check}: ${level}`],
  )
}
