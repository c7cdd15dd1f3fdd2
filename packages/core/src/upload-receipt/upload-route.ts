const ROUTE_NAME = /^[\w-]{1,32}$/

/** Whether a value is a valid name of an upload route. */
export const isRouteName = (value: unknown): value is string =>
  typeof value === 'string' && ROUTE_NAME.test(value)

/** @throws {TypeError} if a route is passed that is not a valid name */
export function assertRouteName(route: unknown): asserts route is string {
  if (isRouteName(route)) return
  throw new TypeError('"route" must have 1 to 32 letters, digits, "-" and "_".')
}
