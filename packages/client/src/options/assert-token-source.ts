/** @throws {TypeError} naming the option when a value is not a token source. */
export function assertTokenSource(name: string, source: unknown): void {
  if (typeof (source as { getToken?: unknown } | null | undefined)?.getToken === 'function') return
  throw new TypeError(`"${name}" must be a token source: create one with createTokenSource`)
}
