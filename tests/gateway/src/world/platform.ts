import type { Uploader, UploaderOptions } from '../client/create-uploader.js'

/** A runtime that the client is tested in. */
export interface Platform {
  name: 'Node' | 'Chromium'
  /** Creates an uploader whose methods run in this runtime. */
  createUploader: (options?: Pick<UploaderOptions, 'deadlineMs' | 'settings'>) => Promise<AsyncUploader>
  close: () => Promise<void>
}

/** An uploader in another process. */
export type AsyncUploader = {
  [Method in keyof Uploader]: (
    ...args: Parameters<Uploader[Method]>
  ) => Promise<Awaited<ReturnType<Uploader[Method]>>>
}
