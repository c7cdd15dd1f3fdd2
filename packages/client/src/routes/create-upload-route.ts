import type { UploadcareFile } from '@uploadcare/upload-client'
import { prepareCall } from '../functions/function-options.js'
import { assertOptions, isFunction, type OptionRule } from '../options/assert-options.js'
import { assertUploadOptions, isAbortSignal } from '../options/assert-upload-options.js'
import { isFilledText } from '../options/is-filled-text.js'
import { withoutUndefined } from '../options/without-undefined.js'
import { toWaitingEvent } from '../requests/take-token.js'
import { uploadOne } from '../upload/upload-file.js'
import { assertList, uploadMany } from '../upload/upload-files.js'
import type { UploadInput } from '../upload/upload-input.js'
import { assertFile, assertFileCount } from './assert-file.js'
import { createCompleter } from './create-completer.js'
import { createRouteSource } from './create-route-source.js'
import { addressOf, type RoutesSettings } from './parse-routes-options.js'
import { createPost } from './post-completion.js'
import type { UploadRouteRules } from './route-types.js'
import type {
  CompletedFile,
  CompletionOptions,
  RouteUploadOptions,
  RouteUploadsOptions,
  UploadRoute,
} from './upload-route.js'

const COMPLETION_RULES: readonly OptionRule[] = [
  ['signal', isAbortSignal, 'an AbortSignal'],
  ['onRetry', isFunction, 'a function'],
]

/** Creates the client of one upload route. */
export function createUploadRoute<Data>(settings: RoutesSettings, name: string): UploadRoute<Data> {
  const options = { ...settings.token, endpoint: addressOf(settings.endpoint, name) }
  const { source, peek, receiptMetadata, publicKey } = createRouteSource(options)
  const complete = createCompleter(source, settings.token.random ?? Math.random, createPost(options, source))

  async function prepare(given: RouteUploadOptions & RouteUploadsOptions) {
    assertUploadOptions(given, true)
    if ('store' in given) throw new TypeError('"store" is decided by the upload route. Remove it')
    // The server stores a file when it accepts it.
    const prepared = prepareCall(source, { ...settings.uploads, ...withoutUndefined(given), store: false })
    const onRetry = toWaitingEvent('base', prepared.context.emit)
    const token = await peek({ signal: given.signal, onRetry })
    if (token.metadata && given.metadata) {
      throw new TypeError(`"metadata" is set by the upload route "${name}". Remove it`)
    }
    return { ...prepared, rules: token.rules }
  }

  async function completeFile<File>(
    file: File,
    uuid: string,
    options: CompletionOptions,
  ): Promise<CompletedFile<File, Data>> {
    // The server and the browser share the type of the data, which JSON does not carry.
    return { file, data: (await complete(uuid, options)) as Data }
  }

  return {
    name,
    tokenSource: source,
    receiptMetadata,
    publicKey,
    uploadOptions: settings.uploads,
    async rules(options = {}) {
      assertOptions(options, COMPLETION_RULES)
      return (await peek(options)).rules
    },

    async uploadFile(file, given = {}) {
      const prepared = await prepare(given)
      assertFile(file, prepared.rules, given.contentType)
      const uploaded = await uploadOne(prepared.context, file, prepared.options)
      return completeFile(uploaded, uploaded.uuid, { signal: given.signal })
    },

    async uploadFiles(files, given = {}) {
      assertList(files)
      const prepared = await prepare(given)
      assertFileCount(files.length, prepared.rules)
      const broken = files.map((file) => brokenRuleOf(file, prepared.rules, given.contentType))
      const sent = await uploadMany(
        prepared.context,
        files.filter((_, index) => broken[index] === undefined),
        prepared.options,
        (file: UploadcareFile) => completeFile(file, file.uuid, { signal: given.signal }),
      )
      return broken.flatMap((reason) => reason ?? sent.shift() ?? [])
    },

    async completeUploads(files, options = {}) {
      if (!Array.isArray(files))
        throw new TypeError('Expected an array of uploaded files, such as [{ uuid }]')
      assertOptions(options, COMPLETION_RULES)
      return Promise.allSettled(
        files.map(async (file) => {
          const { uuid } = Object(file) as { uuid?: unknown }
          if (isFilledText(uuid)) return completeFile(file, String(uuid), options)
          throw new TypeError('The file has no "uuid": it is not uploaded. Pass files such as { uuid }')
        }),
      )
    },
  }
}

function brokenRuleOf(
  file: UploadInput,
  rules: UploadRouteRules,
  contentType: string | undefined,
): PromiseRejectedResult | undefined {
  try {
    assertFile(file, rules, contentType)
    return undefined
  } catch (reason) {
    return { status: 'rejected', reason }
  }
}
