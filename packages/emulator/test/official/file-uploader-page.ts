import * as uploader from '@uploadcare/file-uploader'

/** The setup of the uploader: attributes of `uc-config`, and the signature that a resolver returns. */
export interface UploaderSetup {
  attributes: Readonly<Record<string, string>>
  resolved?: { secureSignature: string; secureExpire: string }
}

/** The outcome of all files. */
export interface UploaderOutcome {
  statuses: string[]
  names: string[]
  errors: string[]
  groupCount: number | undefined
}

/** The functions that the tests call in the page. */
export interface FileUploaderPage {
  open(setup: UploaderSetup): void
  addFile(name: string, sizeBytes: number): void
  addUrl(url: string): void
  upload(): Promise<UploaderOutcome>
  /** Resolves when the first file has sent some of its bytes. */
  started(): Promise<void>
  cancelAll(): void
  count(): number
}

const CONTEXT = 'test'
uploader.defineComponents(uploader)

const api = (): uploader.UploaderPublicApi => {
  const provider = document.querySelector('uc-upload-ctx-provider') as
    | (Element & { getAPI(): uploader.UploaderPublicApi })
    | null
  if (!provider) throw new Error('The uploader is not open')
  return provider.getAPI()
}

const page: FileUploaderPage = {
  open({ attributes, resolved }) {
    document.body.replaceChildren()
    const config = document.createElement('uc-config')
    for (const [name, value] of Object.entries({ 'ctx-name': CONTEXT, ...attributes }))
      config.setAttribute(name, value)
    if (resolved)
      Object.assign(config, { secureUploadsSignatureResolver: async () => Promise.resolve(resolved) })
    const parts = ['uc-upload-ctx-provider', 'uc-file-uploader-regular'].map((tag) => {
      const element = document.createElement(tag)
      element.setAttribute('ctx-name', CONTEXT)
      return element
    })
    document.body.append(config, ...parts)
  },
  addFile(name, sizeBytes) {
    api().addFileFromObject(new File(['x'.repeat(sizeBytes)], name, { type: 'text/plain' }))
  },
  addUrl(url) {
    api().addFileFromUrl(url)
  },
  async upload() {
    const isGroup = document.querySelector('uc-config')?.getAttribute('group-output') === 'true'
    api().uploadAll()
    for (;;) {
      const state = api().getOutputCollectionState()
      const statuses = state.allEntries.map(({ status }) => status as string)
      const isOver = statuses.every((status) => status === 'success' || status === 'failed')
      const failed = statuses.includes('failed')
      if (isOver && (!isGroup || failed || state.group || state.errors.length > 0)) {
        return {
          statuses,
          names: state.allEntries.map(({ name }) => name),
          errors: state.allEntries.flatMap(({ errors }) => errors).map(({ message }) => message),
          groupCount: state.group?.filesCount === undefined ? undefined : Number(state.group.filesCount),
        }
      }
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  },
  async started() {
    while (
      !api()
        .getOutputCollectionState()
        .allEntries.some(({ isUploading }) => isUploading)
    ) {
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  },
  cancelAll() {
    api().removeAllFiles()
  },
  count: () => api().getOutputCollectionState().allEntries.length,
}

Object.assign(globalThis, { page })
