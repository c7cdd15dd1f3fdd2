import { createEmulator, type Emulator } from '@secure-uploading/emulator'
import { createTokenHandler } from '@secure-uploading/server'
import type { Settings } from '../protocol/settings.js'

/** The backend of the playground: the token endpoint of an app, and the emulator that verifies its tokens. */
export interface Backend {
  issueToken(request: Request): Promise<Response>
  emulator: Emulator
  /** Replaces the secret key of the endpoint and of the project. */
  rotate(): void
  apply(settings: Settings): void
}

const PUBLIC_KEY = 'playground'
const HOUR_MS = 3_600_000
const MEMORY_LIMIT_BYTES = 268_435_456
const UPLOADS = ['base', 'multipart/start', 'part', 'multipart/complete'] as const

/** Creates a backend whose secret key is random and leaves it only as a signature. */
export function createBackend(settings: Settings): Backend {
  let current = settings
  let secretKey = randomSecret()
  const emulator = createEmulator({
    projects: [{ publicKey: PUBLIC_KEY, secretKeys: [secretKey], secureUploading: true }],
    memoryLimitBytes: MEMORY_LIMIT_BYTES,
  })
  const handle = createTokenHandler({
    publicKey: PUBLIC_KEY,
    secretKey: () => secretKey,
    authorize: () =>
      current.isSignedOut ? null : { subject: 'visitor', expiresIn: current.hasShortTokens ? 5 : 1800 },
    now: () => Date.now() - (current.isBackendClockWrong ? HOUR_MS : 0),
  })

  function apply(next: Settings): void {
    current = next
    emulator.faults.clear()
    if (next.isSlow) emulator.faults.add({ times: Infinity, latencyMs: 400 })
    if (!next.isThrottled) return
    emulator.faults.add({ endpoint: [...UPLOADS], times: Infinity, throttle: { retryAfterSeconds: 2 } })
  }

  apply(settings)
  return {
    issueToken: async (request) => handle(request),
    emulator,
    rotate() {
      secretKey = randomSecret()
      emulator.projects.update(PUBLIC_KEY, { secretKeys: [secretKey] })
    },
    apply,
  }
}

const randomSecret = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )
