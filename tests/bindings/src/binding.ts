import type { DropZoneOptions } from '@secure-uploading/client/drop-zone'
import type { UploadQueue, UploadQueueOptions } from '@secure-uploading/client/queue'
import type { Plugin } from 'esbuild'

/** What the app of a binding shows, and what it reports to the tests. */
export interface AppProps {
  options: UploadQueueOptions<unknown>
  zone: DropZoneOptions
  /** Called each time a row renders, with the name of its file. */
  onRowRender: (name: string) => void
  /** Called when the app mounts, with its queue. */
  onQueue: (queue: UploadQueue<unknown>) => void
}

/** Starts the app of a binding in an element. Returns the function that unmounts it. */
export type Mount = (root: Element, props: AppProps) => () => void

/** A binding under test. Each has an app of its own that renders the same elements; `react/app.tsx` is the model. */
export interface Binding {
  /** The module that exports `mount`. */
  entry: string
  /** For esbuild, where the framework has files of its own. */
  plugins?: Plugin[]
  /** Packages that esbuild replaces by others. */
  alias?: Record<string, string>
  /** Renders the app to HTML in Node. */
  renderOnServer: (props: AppProps) => Promise<string>
}
