/** What the server tells the page about the upload service. */
export interface DemoConfig {
  /** The address of the emulator; undefined when the files go to Uploadcare. */
  uploadUrl: string | undefined
  canRotateSecretKey: boolean
}
