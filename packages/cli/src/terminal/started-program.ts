/** A program that runs until it is stopped. */
export interface StartedProgram {
  /** The end of what it has printed, without colors. */
  readonly output: () => string
  /** Resolves to its exit code when it ends, or to `undefined` if it cannot be started. */
  readonly ended: Promise<number | undefined>
  /** Ends the program and the programs that it started, and waits for their end. */
  stop(): Promise<void>
}

export interface ProgramOptions {
  directory: string
  /** Variables to add to its environment. */
  env: Readonly<Record<string, string>>
}
