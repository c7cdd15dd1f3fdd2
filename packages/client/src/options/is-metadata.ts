/** Whether a value is an object of strings. An entry may be `undefined`. */
export const isMetadata = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((one) => one === undefined || typeof one === 'string')
