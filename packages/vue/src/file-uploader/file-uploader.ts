import {
  connectFileUploader,
  type EndpointProperties,
  type FileUploaderOptions,
  type FileUploaderSettings,
  type FileUploaderTarget,
  type Outcome,
  type UploaderFile,
} from '@secure-uploading/client/file-uploader'
import { defineComponent, h, onMounted, shallowRef, type SetupContext, type VNode } from 'vue'

/**
 * What File Uploader uploads with. All others are attributes of `<uc-config>` and listeners. Their types are not Uploadcare's,
 * which CommonJS cannot import before TypeScript 5.3.
 */
export type FileUploaderProps<Data = unknown> = FileUploaderTarget<Data> &
  Omit<FileUploaderSettings, 'onProperties'> &
  Record<string, unknown> & {
    /**
     * Which of Uploadcare's components is rendered.
     *
     * @default 'regular'
     */
    mode?: 'regular' | 'inline' | 'minimal' | undefined
    /** Called with the outcome of each file when all files are uploaded and completed. Only with a `route`. */
    onCompleted?: ((outcomes: Outcome<UploaderFile, Data>[]) => void) | undefined
  }

let contextCount = 0

/**
 * Renders Uploadcare's File Uploader with tokens of your backend. With an upload route its files have the receipt and the
 * metadata of the route, the route's rules apply, and its files are completed: one that the server rejects shows the reason.
 *
 * Attributes are those of `<uc-config>`, listeners those of `<uc-upload-ctx-provider>`, such as `@file-upload-failed`. Import
 * `@uploadcare/file-uploader/index.css`, too. On a server it renders nothing.
 *
 * `route`, `tokenSource` and `credential` are read once. To change them, give the component another `key`.
 *
 * @throws {TypeError} naming an invalid property.
 *
 * @example
 * ```ts
 * import type { UploadRoute } from '@secure-uploading/client/routes'
 * import { FileUploader } from '@secure-uploading/vue/file-uploader'
 * import { h } from 'vue'
 *
 * // As a template: <FileUploader :route="route" source-list="local, camera" @completed="onCompleted" />
 * export const Avatar = ({ route }: { route: UploadRoute<{ url: string }> }) =>
 *   h(FileUploader<{ url: string }>, {
 *     route,
 *     sourceList: 'local, camera',
 *     onCompleted: ([avatar]) => avatar?.status === 'fulfilled' && console.log(avatar.value.data.url),
 *   })
 * ```
 */
export const FileUploader = defineComponent(setup, {
  name: 'FileUploader',
  inheritAttrs: false,
  props: ['route', 'tokenSource', 'credential', 'metadata', 'errorText', 'mode', 'onCompleted'],
})

function setup<Data>(props: FileUploaderProps<Data>, { attrs }: SetupContext): () => VNode[] | undefined {
  const { route } = props
  const config = shallowRef<HTMLElement>()
  const isDefined = shallowRef(false)
  const decided = shallowRef<EndpointProperties>({})
  const context = `secure-uploading-vue-${String(++contextCount)}`
  const connection = connectFileUploader(connectionOptions(props, setDecided))

  function setDecided(properties: EndpointProperties): void {
    decided.value = properties
    // File Uploader reads the public key before the next render.
    if (config.value) Object.assign(config.value, properties)
  }

  onMounted(async () => {
    const components = await import('@uploadcare/file-uploader')
    components.defineComponents(components)
    isDefined.value = true
    await connection.load()
  })

  async function complete({ detail }: CustomEvent<SuccessDetail>): Promise<void> {
    if (route) props.onCompleted?.(await connection.complete(detail.successEntries))
  }

  return () => {
    // Only defined elements have properties.
    if (!isDefined.value) return undefined
    const { listeners, properties } = split(attrs)
    return [
      h('uc-config', {
        pubkey: '',
        ...decided.value,
        ...properties,
        ...connection.config,
        fileValidators: [...(properties.fileValidators ?? []), ...connection.config.fileValidators],
        'ctx-name': context,
        ref: config,
      }),
      h(`uc-file-uploader-${props.mode ?? 'regular'}`, { 'ctx-name': context }),
      h('uc-upload-ctx-provider', { ...listeners, 'ctx-name': context, 'onCommon-upload-success': complete }),
    ]
  }
}

interface SuccessDetail {
  successEntries: UploaderFile[]
}

/** The callbacks and the metadata of the latest render are used. */
function connectionOptions<Data>(
  props: FileUploaderProps<Data>,
  onProperties: FileUploaderSettings['onProperties'],
): FileUploaderOptions<Data> {
  const { route, tokenSource, credential, errorText } = props
  const settings: FileUploaderSettings = {
    credential,
    metadata: async (entry) =>
      (typeof props.metadata === 'function' ? await props.metadata(entry) : props.metadata) ?? {},
    errorText: errorText && ((error) => props.errorText?.(error) ?? error.message),
    onProperties,
  }
  return route ? { route, ...settings } : { tokenSource, ...settings }
}

function split(attrs: Record<string, unknown>): {
  listeners: Record<string, unknown>
  properties: Record<string, unknown> & { fileValidators?: unknown[] }
} {
  const entries = Object.entries(attrs)
  const isListener = ([name]: [string, unknown]): boolean => /^on[A-Z]/.test(name)
  return {
    listeners: Object.fromEntries(entries.filter(isListener)),
    properties: Object.fromEntries(entries.filter((entry) => !isListener(entry))),
  }
}
