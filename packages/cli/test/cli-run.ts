import type { Terminal } from '../src/terminal/terminal.js'

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
  /** Answers a question, as a user at a terminal does. */
  ask?: Terminal['ask']
  /** Replaces programs that run to their end. */
  run?: Terminal['run']
  /** Replaces programs that run until they are stopped. */
  start?: Terminal['start']
}
