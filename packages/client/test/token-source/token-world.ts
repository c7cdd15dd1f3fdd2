import type { UploadToken } from '@secure-uploading/core/token'
import { createTokenSource } from '../../src/token-source/create-token-source.js'
import type { TokenSource } from '../../src/token-source/token-source.js'
import { createFakeClock, settlePromises } from '../fake-clock.js'

/** The next answer of the endpoint, and its delay. */
export interface Latency {
  latencyMs: number
  outcome: 'token' | 'lost' | '401' | '503' | 'html' | 'hangs'
}

interface Issued {
  /** By the true time, which no clock of the client shows. */
  expiresAtMs: number
  /** The state when its request was sent. */
  sent: Snapshot
}

interface Snapshot {
  epoch: number
  sleptMs: number
  steppedMs: number
  wallMs: number
  monotonicMs: number
}

/** A token source in a world with a true time, and the invariants that it violated. */
export interface TokenWorld {
  source: TokenSource
  getToken(isAborted: boolean): void
  invalidate(): void
  clear(): void
  advance(durationMs: number): Promise<void>
  sleep(durationMs: number): Promise<void>
  step(byMs: number): Promise<void>
  next(latency: Latency): void
  /** The violated invariants. */
  readonly violations: string[]
  readonly unsettled: number
}

const NONE = 'none'

export function createTokenWorld(lifeSeconds: number): TokenWorld {
  const clock = createFakeClock()
  const violations: string[] = []
  const latencies: Latency[] = []
  const issued = new Map<string, Issued>()
  let [epoch, sleptMs, steppedMs, underWay, unsettled] = [0, 0, 0, 0, 0]
  let isChainOpen = false
  // The token that makes another fetch unnecessary.
  let kept: Snapshot | undefined
  let lastHanded: UploadToken | undefined

  const trueMs = (): number => clock.monotonicMs() + sleptMs
  const snapshot = (): Snapshot => ({
    epoch,
    sleptMs,
    steppedMs,
    wallMs: clock.wallMs(),
    monotonicMs: clock.monotonicMs(),
  })
  const marginMs = Math.min(30_000, (lifeSeconds * 1000) / 4)

  function assertFetchIsNeeded(): void {
    if (isChainOpen || !kept) return
    const elapsedMs = Math.max(clock.wallMs() - kept.wallMs, clock.monotonicMs() - kept.monotonicMs)
    if (elapsedMs < lifeSeconds * 1000 - marginMs) violations.push('fetched a token that was not needed')
  }

  async function answer(signal: AbortSignal): Promise<unknown> {
    assertFetchIsNeeded()
    isChainOpen = true
    if (++underWay > 1) violations.push('two fetches under way')
    let isUnderWay = true
    const sent = snapshot()
    const { latencyMs, outcome } = latencies.shift() ?? { latencyMs: 0, outcome: 'token' }
    // Issued as early as possible, so that it expires as early as possible.
    const name = String(issued.size).padStart(64, '0')
    const expiresAtMs = trueMs() + lifeSeconds * 1000
    await new Promise<void>((resolve, reject) => {
      const end = (settle: () => void) => () => {
        if (isUnderWay) underWay--
        isUnderWay = false
        settle()
      }
      signal.addEventListener('abort', end(reject))
      if (outcome !== 'hangs') clock.setTimeout(end(resolve), latencyMs)
    })
    if (outcome === 'lost') throw new TypeError('Failed to fetch')
    if (outcome === 'html') return new Response('<html>', { headers: { 'content-type': 'text/html' } })
    if (outcome !== 'token') return new Response('{}', { status: Number(outcome) })
    issued.set(name, { expiresAtMs, sent })
    if (sent.epoch === epoch) kept = sent
    return Response.json({ secureSignature: name, secureExpire: '4102444800', expiresIn: lifeSeconds })
  }

  const source = createTokenSource({
    endpoint: 'https://app.example/api/upload-token',
    fetch: async (_, init) => (await answer(init?.signal ?? new AbortController().signal)) as Response,
    clock,
    random: () => 1,
    timeoutMs: 5000,
    maxRetries: 2,
    onEvent: ({ type }) => {
      if (type !== 'retried' && type !== 'invalidated') isChainOpen = false
    },
  })

  function check(token: UploadToken): void {
    const one = 'secureSignature' in token ? issued.get(token.secureSignature) : undefined
    if (!one) {
      violations.push('handed out a token that was never issued')
      return
    }
    if (one.sent.epoch !== epoch) violations.push('handed out a token from before clear()')
    // After sleep and a clock that was set back, no clock of the client shows the true age.
    const isExcused = sleptMs > one.sent.sleptMs && steppedMs < one.sent.steppedMs
    if (trueMs() >= one.expiresAtMs && !isExcused) violations.push('handed out an expired token')
  }

  return {
    source,
    violations,
    get unsettled() {
      return unsettled
    },
    getToken(isAborted) {
      const controller = new AbortController()
      unsettled++
      source
        .getToken({ signal: controller.signal })
        .then(
          (token) => {
            check(token)
            lastHanded = token
          },
          (error: unknown) => {
            if (isAborted !== (error === NONE) && isAborted) violations.push('an abort without its reason')
          },
        )
        .finally(() => unsettled--)
      if (isAborted) controller.abort(NONE)
    },
    invalidate() {
      if (!lastHanded) return
      const isCurrent = source.describe()?.ageMs === source.describe(lastHanded)?.ageMs
      source.invalidate(lastHanded)
      if (isCurrent) kept = undefined
    },
    clear() {
      epoch++
      kept = undefined
      isChainOpen = false
      source.clear()
    },
    advance: (durationMs) => clock.advance(durationMs),
    sleep(durationMs) {
      sleptMs += durationMs
      clock.sleep(durationMs)
      return settlePromises()
    },
    step(byMs) {
      steppedMs += byMs
      clock.stepWall(byMs)
      return settlePromises()
    },
    next(latency) {
      latencies.push(latency)
    },
  }
}
