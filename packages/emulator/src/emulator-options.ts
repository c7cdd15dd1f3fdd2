import * as v from 'valibot'
import { parseOptions } from './options/parse-options.js'
import { isPauseMs, MAX_PAUSE_MS } from './pause.js'
import type { ProjectOptions } from './projects/project.js'
import type { SourceNetwork } from './sources/source-network.js'
import { createWebSourceNetwork } from './sources/web-source-network.js'
import { createMemoryStorage } from './store/memory-storage.js'
import type { ByteStorage } from './store/stored-bytes.js'
import type { ReadinessOptions } from './store/readiness.js'
import type { SendWebhook } from './webhooks/deliver-webhook.js'

/** The options of `createEmulator`. */
export interface EmulatorOptions {
  /** The initial projects. */
  projects: readonly ProjectOptions[]
  /**
   * Returns the time in Unix **milliseconds**. The emulator's clock starts from it.
   *
   * @default Date.now
   */
  now?: (() => number) | undefined
  /**
   * Creates the ids of files and groups.
   *
   * @default crypto.randomUUID
   */
  randomUuid?: (() => string) | undefined
  /**
   * The limit of files in memory, in **bytes**. Uploads beyond it are refused.
   *
   * @default 1073741824
   */
  memoryLimitBytes?: number | undefined
  /**
   * The storage of file bytes.
   *
   * @default memory
   */
  storage?: ByteStorage | undefined
  /**
   * The network access of `/from_url/`.
   *
   * @default fetch
   */
  network?: SourceNetwork | undefined
  /**
   * Sends a webhook.
   *
   * @default fetch
   */
  sendWebhook?: SendWebhook | undefined
  /**
   * The pauses before a webhook without a 2xx response is sent again, in **milliseconds**. Uploadcare retries for 72
   * hours.
   *
   * @default [1000, 5000, 25000]
   */
  webhookRetryDelaysMs?: readonly number[] | undefined
  /**
   * The URL at which clients reach the emulator, for a server behind a proxy. Part and file URLs are below it.
   *
   * @default the origin of each request
   */
  publicUrl?: string | undefined
  /**
   * When files become ready after their upload: after some milliseconds, or after some polls.
   *
   * @default immediately
   */
  readiness?: ReadinessOptions | undefined
  /**
   * The value of `Access-Control-Max-Age`, in **seconds**.
   *
   * @default 1
   */
  maxAgeSeconds?: number | undefined
}

/** The parsed options of an emulator. */
export type EmulatorSettings = Defined<
  Omit<EmulatorOptions, 'memoryLimitBytes' | 'publicUrl' | 'readiness'>
> & {
  /** Without a trailing slash. */
  publicUrl: string | undefined
  readiness: ReadinessOptions | undefined
}

type Defined<T> = { [Name in keyof T]-?: Exclude<T[Name], undefined> }

const DEFAULT_MEMORY_LIMIT_BYTES = 1024 * 1024 * 1024

const isFunction = (value: unknown): boolean => typeof value === 'function'
const hasMethods =
  (...names: readonly string[]) =>
  (value: unknown): boolean =>
    typeof value === 'object' && value !== null && names.every((name) => isFunction(Reflect.get(value, name)))

const EMULATOR = {
  subject: 'The options of an emulator',
  schema: v.strictObject({
    projects: v.custom<readonly ProjectOptions[]>(Array.isArray),
    now: v.optional(v.custom<() => number>(isFunction), () => Date.now),
    randomUuid: v.optional(v.custom<() => string>(isFunction), () => () => crypto.randomUUID()),
    memoryLimitBytes: v.optional(v.pipe(v.number(), v.gtValue(0)), DEFAULT_MEMORY_LIMIT_BYTES),
    storage: v.optional(v.custom<ByteStorage>(hasMethods('keep'))),
    network: v.optional(v.custom<SourceNetwork>(hasMethods('resolve', 'request')), () =>
      createWebSourceNetwork(async (url, init) => fetch(url, init)),
    ),
    sendWebhook: v.optional(
      v.custom<SendWebhook>(isFunction),
      (): SendWebhook => async (request) => fetch(request),
    ),
    webhookRetryDelaysMs: v.optional(
      v.pipe(v.array(v.custom<number>(isPauseMs)), v.readonly()),
      (): number[] => [1000, 5000, 25_000],
    ),
    publicUrl: v.optional(v.pipe(v.string(), v.check(isBaseUrl))),
    readiness: v.optional(
      v.union([
        v.strictObject({ afterMs: v.pipe(v.number(), v.finite(), v.minValue(0)) }),
        v.strictObject({ afterPolls: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
      ]),
    ),
    maxAgeSeconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 1),
  }),
  expected: {
    projects: 'an array of projects',
    now: 'a function that returns Unix milliseconds',
    randomUuid: 'a function that returns a UUID',
    memoryLimitBytes: 'a positive number of bytes',
    storage: 'a ByteStorage, with the method keep',
    network: 'a SourceNetwork, with the methods resolve and request',
    sendWebhook: 'a function that sends a Request',
    webhookRetryDelaysMs: `an array of milliseconds from 0 to ${MAX_PAUSE_MS}`,
    publicUrl:
      'an http or https URL without user name, query and fragment, such as "https://emulator.example.com"',
    readiness: '{ afterMs } in milliseconds, or { afterPolls }, a whole number of requests',
    maxAgeSeconds: 'a whole number of seconds',
  },
}

/**
 * Parses the options of an emulator.
 *
 * @throws {TypeError} naming the option that is invalid.
 */
export function parseEmulatorOptions(options: EmulatorOptions): EmulatorSettings {
  const { memoryLimitBytes, storage, publicUrl, readiness, ...settings } = parseOptions(EMULATOR, options)
  return {
    ...settings,
    storage: storage ?? createMemoryStorage(memoryLimitBytes),
    publicUrl: publicUrl?.replace(/\/+$/, ''),
    readiness,
  }
}

function isBaseUrl(text: string): boolean {
  // fetch refuses URLs with a user name, and part URLs are below this one.
  return URL.canParse(text) && /^https?:\/\/[^?#\s]+$/i.test(text) && new URL(text).username === ''
}
