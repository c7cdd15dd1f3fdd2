/**
 * Returns whether a value is an object literal or has no prototype. A Response, a Map or a FormData has no own key: any object
 * that is not plain would pass for an empty one.
 */
export function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  // Not compared with Object.prototype, because each realm has a different one.
  return prototype === null || Object.getPrototypeOf(prototype) === null
}
