/** Shows the progress of uploads. */
export interface UploadProgress {
  begin(name: string, sizeBytes: number): FileProgress
  /** Prints a message. */
  say(line: string): void
  /** Ends the output. */
  stop(): void
}

/** Shows the progress of one file. */
export interface FileProgress {
  /** @param fraction from 0 to 1 */
  update(fraction: number): void
  end(how: string): void
}
