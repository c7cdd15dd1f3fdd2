import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'

const FOLDER = path.resolve(import.meta.dirname, '../lighthouse')
const ROOT = path.resolve(import.meta.dirname, '../../..')
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024
const FLAGS = '--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run'

const run = promisify(execFile)

/** What Lighthouse measured of a page. */
export interface LighthouseResult {
  /** From 0 to 100. */
  accessibility: number
  /** From 0 to 100. */
  performance: number
  requests: number
  /** The compressed size of all answers. */
  bytes: number
  /** The audits of accessibility that failed. */
  failedAudits: string[]
}

/** Installs the workspace `lighthouse/`, which `npm test` does not need. */
export async function installLighthouse(): Promise<void> {
  const pnpm = createRequire(path.join(ROOT, 'package.json')).resolve('pnpm')
  const command = path.join(path.dirname(pnpm), 'bin/pnpm.cjs')
  await run(process.execPath, [command, 'install', '--frozen-lockfile', '--prefer-offline'], {
    cwd: FOLDER,
    maxBuffer: MAX_OUTPUT_BYTES,
  })
}

/** Measures a page with the emulated phone and network of Lighthouse. */
export async function runLighthouse(url: string, chromePath: string): Promise<LighthouseResult> {
  const program = path.join(FOLDER, 'node_modules/lighthouse/cli/index.js')
  const options = ['--output=json', '--quiet', '--only-categories=accessibility,performance']
  const { stdout } = await run(process.execPath, [program, url, ...options, `--chrome-flags=${FLAGS}`], {
    env: { ...process.env, CHROME_PATH: chromePath },
    maxBuffer: MAX_OUTPUT_BYTES,
  })
  const { categories, audits } = JSON.parse(stdout) as Report
  const requests = audits['network-requests']?.details?.items ?? []
  return {
    accessibility: Math.round(categories.accessibility.score * 100),
    performance: Math.round(categories.performance.score * 100),
    requests: requests.length,
    bytes: requests.reduce((sum, { transferSize = 0 }) => sum + transferSize, 0),
    failedAudits: categories.accessibility.auditRefs
      .filter(({ id, weight }) => weight > 0 && audits[id]?.score === 0)
      .map(({ id }) => id),
  }
}

interface Report {
  categories: {
    accessibility: { score: number; auditRefs: { id: string; weight: number }[] }
    performance: { score: number }
  }
  audits: Record<string, { score: number | null; details?: { items?: { transferSize?: number }[] } }>
}
