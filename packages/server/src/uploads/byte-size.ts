/** A size with its unit: 1 MB is 1000000 bytes, and 1 MiB is 1048576 bytes. */
export type ByteSize = `${number}${'K' | 'M' | 'G'}${'B' | 'iB'}`

const EXPONENTS: Partial<Record<string, number>> = { K: 1, M: 2, G: 3 }

/**
 * Parses a size in bytes, or with a unit.
 *
 * @returns the size in **bytes**; a fraction of a byte is dropped
 * @throws {TypeError} naming the option when it is not a positive size.
 */
export function parseByteSize(option: string, size: unknown): number {
  const bytes = typeof size === 'string' ? bytesOf(size) : size
  if (typeof bytes === 'number' && Number.isSafeInteger(bytes) && bytes > 0) return bytes
  throw new TypeError(
    `"${option}" must be a positive whole number of bytes, or a size such as "5MB" (5000000 bytes) or "5MiB" (5242880 bytes)`,
  )
}

function bytesOf(size: string): number | undefined {
  const [, whole = '', fraction = '', unit = '', binary] = /^(\d+)(?:\.(\d+))?([KMG])(i?)B$/.exec(size) ?? []
  const exponent = EXPONENTS[unit]
  if (exponent === undefined) return undefined
  // Calculated with whole numbers: 1.005 * 1000 is less than 1005.
  const parts = Number(whole + fraction) * (binary === 'i' ? 1024 : 1000) ** exponent
  return Math.floor(parts / 10 ** fraction.length)
}
