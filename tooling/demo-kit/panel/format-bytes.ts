const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

const FORMATS = UNITS.map(
  (unit) =>
    new Intl.NumberFormat('en', {
      style: 'unit',
      unit,
      unitDisplay: unit === 'byte' ? 'long' : 'short',
      maximumFractionDigits: 1,
    }),
)

/** Formats a number of bytes for people: "0 bytes", "31.5 MB". */
export function formatBytes(bytes: number): string {
  // 999.95 and above would round up to 1000 of the smaller unit.
  let power = 0
  while (power < UNITS.length - 1 && bytes / 1000 ** power >= (power === 0 ? 1000 : 999.95)) power++
  return FORMATS[power]?.format(bytes / 1000 ** power) ?? `${bytes} bytes`
}
