import { assertOptions } from '@secure-uploading/core/internal'
import { assertFunctions } from '../options/assert-functions.js'
import type { Authorize, Grant } from '../token/grant.js'
import { parseAccept } from './accept.js'
import { parseByteSize, type ByteSize } from './byte-size.js'
import type { Claims } from './claims.js'
import type { UploadRules } from './rules.js'
import type { UploadedFile } from './uploaded-file.js'

/** A grant with the subject that upload routes require. */
export type UploadGrant = Grant & { subject: string }

/** An upload route: its rules, and what happens with an accepted file. `Args` are the arguments of the framework's handlers. */
export interface UploadRoute<Args extends unknown[], Data> {
  /**
   * The accepted MIME types, compared with the type that Uploadcare detects in the content. `image/*` does not include
   * `image/svg+xml`, which can contain scripts.
   *
   * @default every type
   */
  accept?: readonly string[] | undefined
  /**
   * The largest size of one file, in **bytes** or as text: `'5MB'` is 5000000 bytes, `'5MiB'` is 5242880.
   *
   * @default no limit
   */
  maxBytes?: number | ByteSize | undefined
  /**
   * The number of files that may be uploaded with one token. With `credential: 'jwt'` Uploadcare counts them; with a
   * signature the endpoint does, across requests only when it has `results`.
   *
   * @default no limit
   */
  maxFiles?: number | undefined
  /** Narrows the endpoint's `authorize`, which is called first. Returns `true` to keep its grant. */
  authorize?: Authorize<Args> | undefined
  /**
   * Returns the metadata of the files. The client sets it, and a file with other metadata is not accepted.
   *
   * @default metadata is the client's choice
   */
  metadata?:
    | ((
        context: { grant: UploadGrant },
        ...args: Args
      ) => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>)
    | undefined
  /**
   * Called with each accepted and stored file. The client receives the result as JSON. It can be called more than once for a
   * file, also by the webhook handler, so it must be idempotent by `file.uuid`.
   */
  onUploaded?:
    | ((upload: { file: UploadedFile; subject: string; route: string }) => Data | Promise<Data>)
    | undefined
}

/** An upload route, parsed. */
export interface UploadRouteSettings<Args extends unknown[]> extends Pick<
  UploadRoute<Args, unknown>,
  'authorize' | 'metadata' | 'onUploaded'
> {
  name: string
  rules: UploadRules
}

/** Upload routes. `Data` maps the name of each route to the result of its `onUploaded`. */
export interface Uploads<Args extends unknown[], Data> {
  /** The routes by name. Read by the handlers of these packages. */
  readonly '~routes': ReadonlyMap<string, UploadRouteSettings<Args>>
  /** The files that are being accepted now. */
  readonly '~claims': Claims
  /** Exists in types only: the client infers the data of a route from it. */
  readonly '~data'?: Data
}

/** Defines upload routes, typed with the arguments of a framework. */
export type DefineUploads<Args extends unknown[]> = <Data extends Record<string, unknown>>(routes: {
  [Name in keyof Data]: UploadRoute<Args, Data[Name]>
}) => Uploads<Args, Data>

/**
 * Creates the `defineUploads` of an adapter.
 *
 * @example
 * ```ts
 * import { createDefineUploads } from '@secure-uploading/server/adapter'
 *
 * const defineUploads = createDefineUploads<[request: Request]>()
 * const uploads = defineUploads({ avatar: { accept: ['image/*'], maxBytes: '5MB', maxFiles: 1 } })
 * ```
 */
export function createDefineUploads<Args extends unknown[]>(): DefineUploads<Args> {
  return (routes) => {
    const entries = isObject(routes) ? Object.entries<UploadRoute<Args, unknown>>(routes) : []
    if (entries.length === 0) {
      throw new TypeError('"defineUploads" requires an object with at least one upload route')
    }
    return {
      '~routes': new Map(entries.map(([name, route]) => [name, parseRoute(name, route)])),
      '~claims': new Map(),
    }
  }
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const OPTIONS = ['accept', 'maxBytes', 'maxFiles', 'authorize', 'metadata', 'onUploaded']

// The limit of `operations` in an auth token.
const MAX_FILES = 100_000

function parseRoute<Args extends unknown[]>(
  name: string,
  route: UploadRoute<Args, unknown>,
): UploadRouteSettings<Args> {
  if (!/^[\w-]{1,32}$/.test(name)) {
    throw new TypeError(`Invalid route name "${name}". Use 1 to 32 letters, digits, underscores and hyphens`)
  }
  assertOptions(route, OPTIONS, name)
  const { accept, maxBytes, maxFiles, authorize, metadata, onUploaded } = route
  assertFunctions({
    [`${name}.authorize`]: authorize,
    [`${name}.metadata`]: metadata,
    [`${name}.onUploaded`]: onUploaded,
  })
  if (maxFiles !== undefined && !(Number.isInteger(maxFiles) && maxFiles >= 1 && maxFiles <= MAX_FILES)) {
    throw new TypeError(`"${name}.maxFiles" must be a whole number from 1 to ${MAX_FILES}`)
  }
  return {
    name,
    rules: {
      ...(accept === undefined ? {} : { accept: parseAccept(`${name}.accept`, accept) }),
      ...(maxBytes === undefined ? {} : { maxBytes: parseByteSize(`${name}.maxBytes`, maxBytes) }),
      ...(maxFiles === undefined ? {} : { maxFiles }),
    },
    ...(authorize === undefined ? {} : { authorize }),
    ...(metadata === undefined ? {} : { metadata }),
    ...(onUploaded === undefined ? {} : { onUploaded }),
  }
}
