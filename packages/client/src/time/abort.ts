/** Creates an error with a name, as a `DOMException` where the platform has that. */
export function createNamedError(name: string, message: string): Error {
  if (typeof DOMException !== 'undefined') return new DOMException(message, name)
  return Object.assign(new Error(message), { name })
}

/** Returns the reason of an aborted signal. React Native's signals have none. */
export const reasonOf = (signal: AbortSignal | undefined): unknown =>
  (signal?.reason as unknown) ?? createNamedError('AbortError', 'The operation was aborted')

/** Throws the reason of the signal if it is aborted. React Native's signals have no `throwIfAborted`. */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw reasonOf(signal)
}
