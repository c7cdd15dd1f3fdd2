import { vi } from 'vitest'

/** Records, until mocks are restored, with which secret WebCrypto signs which text. */
export function recordHmacs(): () => { secret: string; text: string }[] {
  const textOf = (bytes: unknown): string => new TextDecoder().decode(bytes as BufferSource)
  const imported = vi.spyOn(crypto.subtle, 'importKey').mock
  const signed = vi.spyOn(crypto.subtle, 'sign').mock
  return () =>
    signed.calls.map(([, key, text]) => {
      const at = imported.settledResults.findIndex(({ value }) => value === key)
      return { secret: textOf(imported.calls[at]?.[1]), text: textOf(text) }
    })
}
