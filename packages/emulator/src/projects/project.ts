import type { Webhook, WebhookOptions } from '../webhooks/webhook.js'

/** A project, as its dashboard shows it. */
export interface Project {
  publicKey: string
  /** Any of them verifies. */
  secretKeys: readonly string[]
  /** Whether the signed requests need a credential. With it off, credentials are ignored. */
  secureUploading: boolean
  /** Whether a file is stored for good when the upload says `auto` or nothing. */
  autostore: boolean
  /** The largest file it takes, in **bytes**; null for Uploadcare's own limits only. */
  maxFileSizeBytes: number | null
  /** The MIME types that it takes, as `image/png` or `image/*`; null for all. */
  allowedTypes: readonly string[] | null
  /** Whether `/from_url/` may fetch from this machine and private networks. Uploadcare never does. */
  allowPrivateSources: boolean
  /** Where it tells what happens to its files. */
  webhooks: readonly Webhook[]
}

/** A project as it is given to an emulator. */
export type ProjectOptions = Pick<Project, 'publicKey' | 'secretKeys'> &
  Partial<Omit<Project, 'publicKey' | 'secretKeys' | 'webhooks'>> & { webhooks?: readonly WebhookOptions[] }
