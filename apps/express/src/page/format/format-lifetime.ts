const IN_SECONDS = new Intl.NumberFormat('en', { style: 'unit', unit: 'second', unitDisplay: 'short' })
const IN_MINUTES = new Intl.NumberFormat('en', { style: 'unit', unit: 'minute', unitDisplay: 'short' })

/** Formats the lifetime of a token: "5 sec", "30 min". */
export function formatLifetime(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000)
  return seconds < 120 ? IN_SECONDS.format(seconds) : IN_MINUTES.format(Math.round(seconds / 60))
}
