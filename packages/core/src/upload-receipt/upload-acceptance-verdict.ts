/** Why an acceptance record is refused. */
export interface UploadAcceptanceRefusal {
  valid: false
  /**
   * - `missing`: the file has no record
   * - `malformed`: the value is not a record
   * - `mismatch`: it is for another file, user or route, or was signed with another secret
   */
  reason: 'missing' | 'malformed' | 'mismatch'
  /** An explanation for logs. Contains neither a secret nor the record. */
  hint: string
}

/** Whether an acceptance record is valid. */
export type UploadAcceptanceVerdict = { valid: true } | UploadAcceptanceRefusal

const HINTS = {
  missing: 'The file has no acceptance record.',
  malformed: 'The acceptance record is malformed.',
  mismatch: 'The acceptance record is for another file, user or route, or was signed with another secret.',
} as const

export function refuseAcceptance(reason: UploadAcceptanceRefusal['reason']): UploadAcceptanceRefusal {
  return { valid: false, reason, hint: HINTS[reason] }
}
