/** Where the demo listens and whose storage it uploads to. */
export interface DemoSettings {
  /** The port of the page and its backend. 0 takes a free one. */
  port: number
  /** The port of the emulator, where one is started. 0 takes a free one. */
  emulatorPort: number
  /** The keys of a real Uploadcare project. Without them the demo starts the emulator. */
  uploadcareKeys: { publicKey: string; secretKey: string } | undefined
}
