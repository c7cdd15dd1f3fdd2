import type { Undefinable } from '../options/undefinable.js'
import type { RegisteredWebhook, WebhookOptions } from '../webhooks/webhook.js'

/** A project with its settings, as in the dashboard. */
export interface Project {
  publicKey: string
  /** Any of the keys verifies. */
  secretKeys: readonly string[]
  /** Whether signed endpoints require a credential. When off, credentials are ignored. */
  secureUploading: boolean
  /**
   * Whether requests for AI images require an auth token. When off, everyone with the public key can spend the project's
   * generations.
   */
  signedAiGeneration: boolean
  /** Whether a file is stored when the upload sends `auto`. */
  autostore: boolean
  /** What an upload without a value means. `'0'`, not stored, is the default of users registered before 2024-02-12. */
  storeDefault: 'auto' | '0'
  /** The maximum file size in **bytes**; `null` for Uploadcare's own limits only. */
  maxFileSizeBytes: number | null
  /** The allowed MIME types, such as `image/png` or `image/*`; `null` for all. */
  allowedTypes: readonly string[] | null
  /** Whether `/from_url/` may fetch from this machine and private networks. Uploadcare never does. */
  allowPrivateSources: boolean
  /**
   * The secrets of signed URLs, hexadecimal. With any, files are served only with a token; any of the secrets verifies it.
   */
  deliverySecrets: readonly string[]
  /** The webhooks that are called for events of its files. */
  webhooks: readonly RegisteredWebhook[]
}

/** A project as passed to an emulator; other settings have defaults. */
export type ProjectOptions = Pick<Project, 'publicKey' | 'secretKeys'> &
  Undefinable<Omit<Project, 'publicKey' | 'secretKeys' | 'webhooks'>> & {
    webhooks?: readonly WebhookOptions[] | undefined
  }
