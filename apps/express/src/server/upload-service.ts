/** Where the files go: Uploadcare, or the emulator that stands in for it. The rest of the demo sees no difference. */
export interface UploadService {
  readonly publicKey: string
  readonly secretKey: string
  /** The address of the Upload API and of the files it serves. Uploadcare's own unless given. */
  readonly url?: string
  /** Gives the project a new secret key, so that every token so far is refused. Only the emulator can be told so. */
  readonly rotateSecretKey?: () => void
  readonly close: () => Promise<void>
}
