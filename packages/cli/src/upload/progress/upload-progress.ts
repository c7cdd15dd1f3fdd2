/** Shows how far uploads are. */
export interface UploadProgress {
  begin(name: string, sizeBytes: number): FileProgress
  /** Tells something in between. */
  say(line: string): void
  /** Nothing follows. */
  stop(): void
}

/** Shows how far one file is. */
interface FileProgress {
  /** @param fraction from 0 to 1 */
  update(fraction: number): void
  end(how: string): void
}
