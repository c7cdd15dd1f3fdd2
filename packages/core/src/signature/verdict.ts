/** What came with an upload, as strings from the wire. */
export interface WireSignature {
  signature?: string | undefined
  /** Unix **seconds**. */
  expire?: string | undefined
}

/** Whether the Upload API would accept a credential, and how it would refuse it. */
export type Verdict =
  | { valid: true }
  | {
      valid: false
      /** Uploadcare's own `error_code`. */
      code: string
      /** The HTTP status that Uploadcare answers with. */
      status: number
      /** Uploadcare's own words. */
      message: string
      /** Why, in our words, where it can be seen. It holds neither a secret nor a signature. */
      hint?: string
    }
