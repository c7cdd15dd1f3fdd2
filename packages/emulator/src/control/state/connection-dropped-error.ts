/** Rejection of `emulator.fetch` when a fault drops the connection. A `TypeError`, like the rejections of `fetch`. */
export class ConnectionDroppedError extends TypeError {
  constructor() {
    super('fetch failed: a fault of the emulator dropped the connection')
    this.name = 'ConnectionDroppedError'
  }
}

/**
 * Checks whether an error is the rejection of `emulator.fetch` for a `drop` fault.
 *
 * Compares the name, because an ESM and a CommonJS copy of this package may be loaded together.
 */
export function isConnectionDropped(error: unknown): boolean {
  return error instanceof Error && error.name === 'ConnectionDroppedError'
}
