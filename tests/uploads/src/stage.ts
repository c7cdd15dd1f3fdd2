import type { EmulatorServer } from '@secure-uploading/emulator/node'
import type { SavedFile } from './app-options.js'

/** An app, and an emulator that sends it webhooks. */
export interface Stage {
  url: string
  emulator: EmulatorServer
  saved: SavedFile[]
  errors: unknown[]
  /** While it is true, the app does not answer webhooks, so that Uploadcare sends them again. */
  isWebhookDown: boolean
  close(): Promise<void>
}
