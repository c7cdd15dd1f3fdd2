/** Formats a duration in whole seconds: "42 s", "29:41", "2 h 05 min". */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.round(Math.max(0, milliseconds) / 1000)
  const twoDigits = (value: number): string => String(Math.floor(value)).padStart(2, '0')
  if (seconds < 60) return `${seconds} s`
  if (seconds < 3600) return `${Math.floor(seconds / 60)}:${twoDigits(seconds % 60)}`
  return `${Math.floor(seconds / 3600)} h ${twoDigits((seconds % 3600) / 60)} min`
}
