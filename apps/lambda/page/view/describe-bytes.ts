/** Formats a number of bytes for people: "5 B", "31.5 MB". */
export function describeBytes(bytes: number): string {
  let unit = 'B'
  let count = bytes
  for (const larger of ['kB', 'MB', 'GB']) {
    if (count < 999.95) break
    count /= 1000
    unit = larger
  }
  return `${count.toLocaleString('en', { maximumFractionDigits: 1 })} ${unit}`
}
