/** Whether a value is a plain object of strings. An entry may be `undefined`. */
export const isMetadata = (value: unknown): boolean =>
  // A Map, a FormData and a Headers have no entries of their own, and would be sent as nothing.
  Object.prototype.toString.call(value) === '[object Object]' &&
  Object.values(value as object).every((one) => one === undefined || typeof one === 'string')
