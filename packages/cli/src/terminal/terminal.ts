import type { Network } from '../network/network.js'
import type { ProgramOptions, StartedProgram } from './started-program.js'

/** The environment that a command runs in. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>
  /** Prints a result to stdout. */
  print(text: string): void
  /** Prints a message that is not a result to stderr. */
  printError(text: string): void
  /** Reads stdin, or resolves to `undefined` if it is a terminal. */
  readInput(): Promise<string | undefined>
  /**
   * Connects to the network, through a proxy if the environment names one.
   *
   * @throws {UsageError} if the proxy is invalid
   */
  connect(): Promise<Network>
  /** Whether stdout supports colors. */
  readonly hasColors: boolean
  /** The stream for progress bars, if stderr is a terminal. */
  readonly screen: NodeJS.WriteStream | undefined
  /**
   * Calls the listener at each Ctrl-C.
   *
   * @returns a function that removes the listener
   */
  onInterrupt(listener: () => void): () => void
  /**
   * Asks a question, if stdin and stderr are a terminal. Resolves to `undefined` after Ctrl-C.
   */
  readonly ask: ((question: string) => Promise<string | undefined>) | undefined
  /**
   * Runs a program in a folder, with its output on stderr.
   *
   * @returns its exit code, or `undefined` if it cannot be started
   */
  run(words: readonly string[], options: ProgramOptions): Promise<number | undefined>
  /** Starts a program in a folder, and records its output. */
  start(words: readonly string[], options: ProgramOptions): StartedProgram
  /** Exits the process immediately. */
  quit(exitCode: number): void
}
