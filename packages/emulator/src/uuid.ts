/** The pattern of Uploadcare's UUIDs, as regular expression source. */
export const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'

const WHOLE_UUID = new RegExp(`^${UUID}$`)

export function isUuid(text: string): boolean {
  return WHOLE_UUID.test(text)
}
