/** What `fetch` rejects with when a fault cuts the connection: a `TypeError`, as the real one's. */
export class ConnectionDroppedError extends TypeError {
  constructor() {
    super('fetch failed: the emulator dropped the connection, as a fault told it to')
    this.name = 'ConnectionDroppedError'
  }
}

/** Recognises it by name: an ESM and a CommonJS copy of this package may meet in one program. */
export function isConnectionDropped(error: unknown): boolean {
  return error instanceof Error && error.name === 'ConnectionDroppedError'
}
