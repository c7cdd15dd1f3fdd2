import { vi } from 'vitest'

/** Records the secret and the text of each WebCrypto signature until mocks are restored. */
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
