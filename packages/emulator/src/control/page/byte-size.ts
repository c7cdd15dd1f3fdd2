const UNITS = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB']

/** Formats a size for people. */
export function byteSize(sizeBytes: number): string {
  const power = sizeBytes < 1024 ? 0 : Math.min(Math.floor(Math.log2(sizeBytes) / 10), UNITS.length - 1)
  const value = sizeBytes / 1024 ** power
  return `${power === 0 ? value : value.toFixed(1)} ${UNITS[power] ?? ''}`
}
