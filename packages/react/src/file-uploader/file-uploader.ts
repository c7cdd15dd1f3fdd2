import {
  connectFileUploader,
  type EndpointProperties,
  type FileUploaderSettings,
  type FileUploaderTarget,
  type Outcome,
  type UploaderFile,
} from '@secure-uploading/client/file-uploader'
import {
  FileUploaderInline,
  FileUploaderMinimal,
  FileUploaderRegular,
  type TProps,
} from '@uploadcare/react-uploader'
import { createElement, useEffect, useMemo, useState, type ReactElement } from 'react'
import { flushSync } from 'react-dom'
import { useLatest } from '../use-latest.js'

type UploaderProps = TProps<'Regular'>
type CompletionState = Parameters<NonNullable<UploaderProps['onCommonUploadSuccess']>>[0]
type CompletedEntry = CompletionState extends { successEntries: (infer Entry)[] } ? Entry : UploaderFile

/** Properties that the endpoint decides. */
type Decided = 'store' | 'metadata' | 'secureUploadsSignatureResolver' | 'secureUploadsExpireThreshold'

/** The properties of Uploadcare's component, and what it uploads with: an upload route or a token source. */
export type FileUploaderProps<Data = unknown> = FileUploaderTarget<Data> &
  Omit<FileUploaderSettings, 'onProperties'> &
  Omit<UploaderProps, Decided | 'pubkey'> & {
    /**
     * The public key of the project.
     *
     * @default the endpoint's
     */
    pubkey?: string | undefined
    /**
     * Which of Uploadcare's components is rendered.
     *
     * @default 'regular'
     */
    mode?: 'regular' | 'inline' | 'minimal' | undefined
    /**
     * Whether Uploadcare keeps the file. An upload route decides this when it accepts the file.
     *
     * @default that of the project
     */
    store?: boolean | 'auto' | undefined
    /** Called with the outcome of each file when all files are uploaded and completed. Only with a `route`. */
    onCompleted?: ((outcomes: Outcome<CompletedEntry, Data>[]) => void) | undefined
  }

const COMPONENTS = {
  regular: FileUploaderRegular,
  inline: FileUploaderInline,
  minimal: FileUploaderMinimal,
}

/**
 * Renders Uploadcare's File Uploader with tokens of your backend. With an upload route its files have the receipt and the
 * metadata of the route, the route's rules apply, and its files are completed: one that the server rejects shows the reason.
 * All other properties are those of `@uploadcare/react-uploader`; import its `core.css`.
 *
 * `route` and `tokenSource` are read once. To change them, give the component another `key`.
 *
 * @throws {TypeError} naming an invalid property.
 *
 * @example
 * ```tsx
 * import { FileUploader } from '@secure-uploading/react/file-uploader'
 * import type { UploadRoute } from '@secure-uploading/react'
 *
 * export function Avatar({ route }: { route: UploadRoute<{ url: string }> }) {
 *   return (
 *     <FileUploader
 *       route={route}
 *       sourceList="local, camera"
 *       onCompleted={([avatar]) => avatar?.status === 'fulfilled' && console.log(avatar.value.data.url)}
 *     />
 *   )
 * }
 * ```
 */
export function FileUploader<Data = unknown>(props: FileUploaderProps<Data>): ReactElement {
  const {
    route,
    tokenSource,
    credential,
    mode = 'regular',
    metadata: _m,
    errorText,
    onCompleted: _o,
    ...given
  } = props
  const latest = useLatest(props)
  const [decided, setDecided] = useState<EndpointProperties>({})
  const [connection] = useState(() => {
    const { config, ...rest } = connectFileUploader<Data>({
      ...(route ? { route } : { tokenSource }),
      credential,
      metadata: async (entry) => {
        const { metadata: own } = latest.current
        return (typeof own === 'function' ? await own(entry) : own) ?? {}
      },
      errorText: errorText && ((error) => latest.current.errorText?.(error) ?? error.message),
      // File Uploader reads the public key right after it has its first token.
      onProperties: (properties) => flushSync(() => setDecided(properties)),
    })
    return { config, ...rest }
  })
  useEffect(() => void connection.load(), [connection])

  const { fileValidators, onCommonUploadSuccess } = given
  const validators = useMemo(
    () => [...(fileValidators ?? []), ...connection.config.fileValidators],
    [fileValidators, connection],
  )
  return createElement(COMPONENTS[mode], {
    pubkey: '',
    ...decided,
    ...given,
    ...connection.config,
    fileValidators: validators,
    onCommonUploadSuccess: (state: CompletionState) => {
      onCommonUploadSuccess?.(state)
      if (!route) return
      void connection
        .complete(state.successEntries)
        .then((outcomes) => latest.current.onCompleted?.(outcomes))
    },
  } as UploaderProps)
}
