import type { HmacKey } from './create-hmac-key.js'

/** Whether any of the keys made this HMAC. No early exit: the timing must not reveal which key matched. */
export async function isSignedByAny(
  keys: readonly HmacKey[],
  mac: Uint8Array<ArrayBuffer>,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const matches = await Promise.all(keys.map(({ verify }) => verify(mac, bytes)))
  return matches.includes(true)
}
