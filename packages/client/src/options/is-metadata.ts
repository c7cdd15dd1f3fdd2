/** Whether a value is a plain object of strings. A Map or a form has no own keys. An entry may be `undefined`. */
export function isMetadata(value: unknown): boolean {
  // Objects of other windows have another Object.prototype, which has no prototype, too.
  const prototype = Object(value) === value && prototypeOf(prototypeOf(value))
  return (
    prototype === null &&
    Object.values(value as object).every((one) => one === undefined || typeof one === 'string')
  )
}

const prototypeOf = (value: unknown): unknown =>
  value === null ? null : (Object.getPrototypeOf(value) as unknown)
