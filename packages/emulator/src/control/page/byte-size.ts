const UNITS = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB']

/** Writes a size so that a person grasps it. */
export function byteSize(sizeBytes: number): string {
  const power = sizeBytes < 1024 ? 0 : Math.min(Math.floor(Math.log2(sizeBytes) / 10), UNITS.length - 1)
  const value = sizeBytes / 1024 ** power
  return `${power === 0 ? value : value.toFixed(1)} ${UNITS[power] ?? ''}`
}
