import { createSigner } from '@secure-uploading/core'
import type { Emulator } from '@secure-uploading/emulator'
import { startEmulator } from '@secure-uploading/emulator/node'
import { afterAll, afterEach, beforeEach } from 'vitest'
import type { SecureUploadSettings } from '../src/client/secure-upload-settings.js'
import { SecureUploadClient } from '../src/client/secure-upload-client.js'
import { createTokenSource } from '../src/token-source/create-token-source.js'
import type { ClientClock } from '../src/time/clock.js'
import type { TokenSourceOptions } from '../src/token-source/token-source-options.js'
import type { ClientEvent } from '../src/requests/upload-event.js'

export const MEBIBYTE = 1024 * 1024
export const PUBLIC_KEY = 'demopublickey'
const SECRET_KEY = 'demosecretkey'
/** A second project, to which an endpoint may change. */
export const OTHER_PROJECT = { publicKey: 'otherpublickey', secretKey: 'othersecretkey' }

export interface Stage {
  emulator: Emulator
  url: string
  events: ClientEvent[]
  types: () => string[]
  /** The number of tokens that the endpoint issued. */
  readonly issued: number
  /** The lifetime of the next tokens in seconds, and the secret that signs them. */
  issue: { expiresIn: number; secretKey: string; publicKey: string | undefined; uploadReceipt?: string }
  /** Shortens deadlines, for a test that waits for one. */
  longestDeadlineMs: number
  createClient(settings?: Partial<SecureUploadSettings>, options?: TokenSourceOptions): SecureUploadClient
  /** Advances the clocks of the emulator and the client together. */
  passTime(durationMs: number): void
  close: () => Promise<void>
}

const usualIssue = (): Stage['issue'] => ({ expiresIn: 60, secretKey: SECRET_KEY, publicKey: PUBLIC_KEY })

/** Creates one stage for a test file, and resets it for each test. */
export async function useStage(): Promise<Stage> {
  const stage = await startStage()
  beforeEach(() => {
    stage.issue = usualIssue()
    stage.longestDeadlineMs = Infinity
    stage.events.length = 0
  })
  afterEach(() => stage.emulator.reset())
  afterAll(() => stage.close())
  return stage
}

/** The bytes of a text file. */
export const text = (length = 11): Buffer => Buffer.alloc(length, 'hello world')

/** Starts an emulator, and the token endpoint of an application as a function. */
async function startStage(): Promise<Stage> {
  const server = await startEmulator({
    projects: [
      { publicKey: PUBLIC_KEY, secretKeys: [SECRET_KEY], secureUploading: true, allowPrivateSources: true },
      { publicKey: OTHER_PROJECT.publicKey, secretKeys: [OTHER_PROJECT.secretKey], secureUploading: true },
    ],
  })
  const { url, emulator } = server
  const events: ClientEvent[] = []
  let issued = 0
  let passedMs = 0
  // Retries do not wait. Longer timers are deadlines.
  const clock: Partial<ClientClock> = {
    wallMs: () => Date.now() + passedMs,
    setTimeout: (callback, delayMs) =>
      setTimeout(callback, delayMs < 10_000 ? 0 : Math.min(delayMs, stage.longestDeadlineMs)),
  }
  const stage: Stage = {
    emulator,
    url,
    events,
    types: () => events.map(({ type }) => type),
    get issued() {
      return issued
    },
    issue: usualIssue(),
    longestDeadlineMs: Infinity,
    createClient(settings, options) {
      const onEvent = (event: ClientEvent): void => void events.push(event)
      const tokenSource = createTokenSource({
        endpoint: 'https://app.example/api/upload-token',
        fetch: answer,
        clock,
        onEvent,
        ...options,
      })
      return new SecureUploadClient({
        baseURL: url,
        onEvent,
        ...settings,
        tokenEndpoint: undefined,
        tokenSource,
      })
    },
    passTime(durationMs) {
      passedMs += durationMs
      emulator.clock.advanceMs(durationMs)
    },
    close: () => server.close(),
  }

  async function answer(): Promise<Response> {
    issued++
    const { secretKey, publicKey, expiresIn, uploadReceipt } = stage.issue
    const now = (): number => emulator.clock.nowMs()
    const token = await createSigner({ secretKey, now }).sign({ expiresIn })
    return Response.json({ publicKey, ...token, expiresIn, uploadReceipt })
  }
  return stage
}
