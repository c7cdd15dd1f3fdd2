const UNITS = ['KiB', 'MiB', 'GiB', 'TiB']

/** Formats a size, for example `12.5 MiB`. */
export function byteSize(bytes: number): string {
  const power = Math.min(Math.floor(Math.log2(Math.max(1, bytes)) / 10), UNITS.length)
  const unit = UNITS[power - 1]
  return unit === undefined ? `${bytes} B` : `${Number((bytes / 1024 ** power).toFixed(1))} ${unit}`
}
