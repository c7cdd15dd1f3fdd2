/** What a command uses of the machine it runs on. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>
  /** Prints a result: lines on stdout. */
  print(text: string): void
  /** Tells what is not a result: lines on stderr. */
  tell(text: string): void
  /** Reads all that is piped in, or tells with `undefined` that a person sits there. */
  readInput(): Promise<string | undefined>
  /** Whether results go to a screen that shows colours. */
  readonly hasColours: boolean
  /** Where bars may be drawn; there when it is a screen. */
  readonly screen: NodeJS.WriteStream | undefined
  /** Calls back at each Ctrl-C, until the function that it returns is called. */
  onInterrupt(listener: () => void): () => void
  /** Ends the process at once. */
  quit(exitCode: number): void
}
