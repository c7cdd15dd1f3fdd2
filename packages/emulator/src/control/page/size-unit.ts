/** The units of size inputs, with their **bytes**. */
export const SIZE_UNITS = [
  ['bytes', 1],
  ['KiB', 1024],
  ['MiB', 1024 ** 2],
  ['GiB', 1024 ** 3],
] as const

/** Returns the **bytes** of the largest unit in which a size is a whole number; of a MiB for no size. */
export function unitBytesOf(sizeBytes: number | null): number {
  if (sizeBytes === null) return 1024 ** 2
  return SIZE_UNITS.findLast(([, unitBytes]) => sizeBytes % unitBytes === 0)?.[1] ?? 1
}
