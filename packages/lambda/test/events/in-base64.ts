/** Makes of an event what AWS makes of it when it takes the body for binary. */
export function inBase64<E extends { body?: string | null; isBase64Encoded: boolean }>(event: E): E {
  return { ...event, body: Buffer.from(event.body ?? '').toString('base64'), isBase64Encoded: true }
}
