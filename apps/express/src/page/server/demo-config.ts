/** Settings of the upload service that the server passes to the page. */
export interface DemoConfig {
  /** Address of the emulator; undefined when files go to Uploadcare. */
  uploadUrl: string | undefined
  canRotateSecretKey: boolean
  /** Whether the server receives webhooks, which report the owner of each file. */
  hasWebhook: boolean
}
