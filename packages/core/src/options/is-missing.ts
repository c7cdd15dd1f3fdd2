/** Whether a value from the wire is absent, as opposed to malformed. */
export const isMissing = (value: unknown): value is undefined | null | '' =>
  value === undefined || value === null || value === ''
