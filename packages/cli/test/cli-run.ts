export interface CliRun {
  code: number | null
  stdout: string
  stderr: string
}

export interface CliOptions {
  /** The complete environment. */
  env?: Record<string, string>
  /**
   * The text on stdin.
   *
   * @default ''
   */
  input?: string
  /** Simulates Ctrl-C when it resolves. */
  interruptWhen?: Promise<unknown>
}
