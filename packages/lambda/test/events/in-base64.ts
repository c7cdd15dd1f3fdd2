/** Encodes the body of an event in Base64, as AWS does with binary bodies. */
export function inBase64<E extends { body?: string | null; isBase64Encoded: boolean }>(event: E): E {
  return { ...event, body: Buffer.from(event.body ?? '').toString('base64'), isBase64Encoded: true }
}
