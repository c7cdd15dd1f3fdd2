/** Whether any of the keys made this HMAC. No early exit: the timing must not reveal which key matched. */
export async function verifyHmac(
  keys: readonly CryptoKey[],
  mac: BufferSource,
  bytes: BufferSource,
): Promise<boolean> {
  const matches = await Promise.all(keys.map((key) => crypto.subtle.verify('HMAC', key, mac, bytes)))
  return matches.includes(true)
}
