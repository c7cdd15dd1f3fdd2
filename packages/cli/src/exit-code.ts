/** Exit codes of the command. */
export const EXIT_CODE = {
  success: 0,
  /** An invalid credential, a failed upload, or a failed check of the doctor. */
  failed: 1,
  /** Usage error: nothing was done. */
  usage: 2,
  /** Ctrl-C: 128 plus the number of the signal, as in shells. */
  interrupted: 130,
} as const

export type ExitCode = (typeof EXIT_CODE)[keyof typeof EXIT_CODE]
