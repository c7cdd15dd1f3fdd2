/** How the Upload API would refuse a credential. */
export interface Refusal {
  valid: false
  /** Uploadcare's `error_code`. */
  code: string
  /** The HTTP status of Uploadcare's response. */
  status: number
  /** Uploadcare's error message. */
  message: string
  /** The likely mistake, if one was found. Contains neither a secret nor a signature. */
  hint?: string
}

/** Whether the Upload API would accept a credential. */
export type Verdict = { valid: true } | Refusal

/** Creates the verdict that refuses a credential. */
export function refused(code: string, status: number, message: string, hint?: string): Refusal {
  return { valid: false, code, status, message, ...(hint === undefined ? {} : { hint }) }
}
