/** What the command answers to the shell. */
export const EXIT_CODE = {
  /** All is fine. */
  fine: 0,
  /** What was asked about is not fine: an invalid signature, an upload that failed, a finding of the doctor's. */
  failed: 1,
  /** The command was not used rightly, and has done nothing. */
  usage: 2,
  /** Ctrl-C, as shells count it: 128 and the signal's number. */
  interrupted: 130,
} as const

export type ExitCode = (typeof EXIT_CODE)[keyof typeof EXIT_CODE]
