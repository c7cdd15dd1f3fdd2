/** @throws {TypeError} naming the option and what it has to be. */
export function assertRateLimit(rateLimit: unknown, authorize: unknown): void {
  const { limiter, key, whenDown, ...rest } = asRecord(rateLimit)
  const [unknownOption] = Object.keys(rest)
  if (unknownOption !== undefined) {
    throw new TypeError(`"rateLimit.${unknownOption}" is not an option. There are limiter, key, whenDown`)
  }
  if (typeof asRecord(limiter)['consume'] !== 'function') {
    throw new TypeError('"rateLimit.limiter" must have a method consume(key), as rate-limiter-flexible has')
  }
  if (key !== undefined && typeof key !== 'function') {
    throw new TypeError('"rateLimit.key" must be a function that returns a string')
  }
  if (key === undefined && authorize === 'anyone') {
    throw new TypeError(
      '"rateLimit.key" must be given with authorize: "anyone", for there is no subject to count',
    )
  }
  if (whenDown !== undefined && whenDown !== 'refuse' && whenDown !== 'allow') {
    throw new TypeError('"rateLimit.whenDown" must be "refuse" or "allow"')
  }
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}
