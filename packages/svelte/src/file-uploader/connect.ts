import {
  connectFileUploader,
  type EndpointProperties,
  type FileUploaderOptions,
  type FileUploaderSettings,
} from '@secure-uploading/client/file-uploader'
import type { OutputFileEntry } from '@uploadcare/file-uploader'
import type { FileUploaderProps } from './file-uploader-props.js'

/** The parts of the component `FileUploader`. */
export interface Connection {
  context: string
  /** The attachment of `<uc-config>`. It runs again when a property changes. */
  configure: (config: HTMLElement) => () => void
  /** The attachment of `<uc-upload-ctx-provider>`. */
  listen: (provider: HTMLElement) => () => void
  load: () => Promise<void>
}

let contextCount = 0

/**
 * Connects the elements of File Uploader to the properties of a component.
 *
 * @throws {TypeError} naming an invalid property.
 */
export function connect(readProps: () => FileUploaderProps): Connection {
  let config: HTMLElement | undefined
  let decided: EndpointProperties = {}
  const connection = connectFileUploader(
    connectionOptions(readProps, (properties) => {
      decided = properties
      if (config) Object.assign(config, properties)
    }),
  )

  async function complete(
    event: CustomEvent<{ successEntries: OutputFileEntry<'success'>[] }>,
  ): Promise<void> {
    const { route, oncompleted } = readProps()
    if (route) oncompleted?.(await connection.complete(event.detail.successEntries))
  }

  return {
    context: `secure-uploading-svelte-${String(++contextCount)}`,
    load: connection.load,
    configure: (element) => {
      config = element
      const { properties } = split(readProps())
      Object.assign(element, { pubkey: '', ...decided, ...properties, ...connection.config })
      const validators = [...(properties.fileValidators ?? []), ...connection.config.fileValidators]
      Object.assign(element, { fileValidators: validators })
      return () => {
        config = undefined
      }
    },
    listen: (element) => {
      const listeners: [string, unknown][] = [
        ...split(readProps()).listeners,
        ['common-upload-success', complete],
      ]
      for (const [type, listener] of listeners) element.addEventListener(type, listener as EventListener)
      return () => {
        for (const [type, listener] of listeners) element.removeEventListener(type, listener as EventListener)
      }
    },
  }
}

/** The callbacks and the metadata of the latest properties are used. */
function connectionOptions(
  readProps: () => FileUploaderProps,
  onProperties: FileUploaderSettings['onProperties'],
): FileUploaderOptions {
  const { route, tokenSource, credential, errorText } = readProps()
  const settings: FileUploaderSettings = {
    credential,
    metadata: async (entry) => {
      const { metadata } = readProps()
      return (typeof metadata === 'function' ? await metadata(entry) : metadata) ?? {}
    },
    errorText: errorText && ((error) => readProps().errorText?.(error) ?? error.message),
    onProperties,
  }
  return route ? { route, ...settings } : { tokenSource, ...settings }
}

const OWN = ['route', 'tokenSource', 'credential', 'metadata', 'errorText', 'oncompleted']

/** Separates the listeners of events from the properties of `<uc-config>`. */
function split(props: FileUploaderProps): {
  listeners: [string, unknown][]
  properties: Partial<FileUploaderProps>
} {
  const entries = Object.entries(props).filter(([name]) => !OWN.includes(name))
  const isListener = ([name, value]: [string, unknown]): boolean =>
    name.startsWith('on') && typeof value === 'function'
  return {
    listeners: entries.filter(isListener).map(([name, listener]) => [name.slice(2), listener]),
    properties: Object.fromEntries(entries.filter((entry) => !isListener(entry))),
  }
}
