import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { examineEndpoint } from '../../doctor/endpoint/examine-endpoint.js'
import type { StartedProgram } from '../../terminal/started-program.js'
import type { Terminal } from '../../terminal/terminal.js'
import { awaitEndpoint } from './await-endpoint.js'
import { DEVELOPMENT_CHECKS } from './development-checks.js'
import type { CheckPlan, EndpointCheck } from './endpoint-check.js'
import { occupiedOrigins } from './occupied-origins.js'

/** How long the app may take to start, in **milliseconds**. */
export const START_LIMIT_MS = 120_000

/** The project of the emulator's command. */
const EMULATED = { publicKey: 'demopublickey', secretKeys: ['demosecretkey'] }

// No page is opened, no cloud is asked, and addresses are printed without colors.
const ENVIRONMENT = { BROWSER: 'none', NO_COLOR: '1', NEXT_TELEMETRY_DISABLED: '1' }

export interface CheckOptions {
  plan: CheckPlan
  /** The words that run the script. */
  words: readonly string[]
  directory: string
  /**
   * Aborted when the app has had its time to start.
   *
   * @default after 2 minutes
   */
  limit?: AbortSignal
}

/**
 * Starts the app beside the emulator, waits until its endpoint answers, runs the doctor against it, and ends the app, also after
 * Ctrl-C.
 */
export async function checkEndpoint(
  options: CheckOptions,
  terminal: Pick<Terminal, 'onInterrupt' | 'start'>,
): Promise<EndpointCheck> {
  const { plan, words, directory } = options
  const interrupt = new AbortController()
  const stopListening = terminal.onInterrupt(() => {
    interrupt.abort()
  })
  const interrupted = once(interrupt.signal, 'abort').then((): EndpointCheck => ({ status: 'interrupted' }))
  const { pageOrigin, serverOrigin } = plan.addresses
  const occupied = await occupiedOrigins([pageOrigin, serverOrigin])
  const app = terminal.start(words, { directory, env: ENVIRONMENT })
  try {
    return await Promise.race([interrupted, examineApp(app, occupied, options, interrupt.signal)])
  } finally {
    await app.stop()
    stopListening()
  }
}

async function examineApp(
  app: StartedProgram,
  occupied: readonly string[],
  { plan, words, limit = AbortSignal.timeout(START_LIMIT_MS) }: CheckOptions,
  interrupt: AbortSignal,
): Promise<EndpointCheck> {
  const started = new AbortController()
  const signal = AbortSignal.any([interrupt, started.signal, limit])
  const fail = (reason: string): EndpointCheck => ({
    status: 'failed',
    message: `"${words.join(' ')}" ${reason}${describeOccupied(occupied)}`,
    output: app.output(),
  })
  const answered = awaitEndpoint({
    addresses: plan.addresses,
    occupied,
    output: app.output,
    signal,
    fetch: globalThis.fetch,
    now: Date.now,
    pause: async (ms, aborted) => setTimeout(ms, undefined, { signal: aborted }),
  }).catch(() => undefined)
  const outcome = await Promise.race([answered, app.ended.then((code) => ({ code }))])
  // Ends the wait for an app that has ended.
  started.abort()
  if (outcome === undefined) {
    return fail(`started no endpoint at ${plan.addresses.path} within ${String(START_LIMIT_MS / 1000)} s`)
  }
  if (!(outcome instanceof URL)) {
    return fail(
      outcome.code === undefined
        ? 'could not be started'
        : `ended with code ${String(outcome.code)} before its endpoint answered`,
    )
  }
  const findings = await examineEndpoint({ ...EMULATED, url: outcome }, DEVELOPMENT_CHECKS)
  return { status: 'checked', url: outcome.href, findings }
}

const describeOccupied = (occupied: readonly string[]): string =>
  occupied.length === 0 ? '' : `. Before the start, another program answered at ${occupied.join(' and ')}`
