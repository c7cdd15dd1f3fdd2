/** How the Upload API would refuse a credential. */
export interface Refusal {
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

/** Whether the Upload API would accept a credential. */
export type Verdict = { valid: true } | Refusal

/** Makes the verdict that refuses a credential. */
export function refused(code: string, status: number, message: string, hint?: string): Refusal {
  return { valid: false, code, status, message, ...(hint === undefined ? {} : { hint }) }
}
