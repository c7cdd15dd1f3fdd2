const UNITS = ['B', 'kB', 'MB', 'GB', 'TB']

/**
 * Formats a number of bytes: `5.2 MB`.
 *
 * @param round rounds the tenths of the unit: up and down, so that a size never looks like the limit that it exceeds
 */
function formatBytes(bytes: number, round: (tenths: number) => number): string {
  let power = 0
  while (power < UNITS.length - 1 && bytes >= 1000 ** (power + 1)) power++
  return `${round((bytes * 10) / 1000 ** power) / 10} ${UNITS[power]}`
}

/** Creates the message of `ERR_FILE_TOO_LARGE`, which is also that of the client. */
export function describeTooLarge(sizeBytes: number, maxBytes: number): string {
  return `The file has ${formatBytes(sizeBytes, Math.ceil)}, and at most ${formatBytes(maxBytes, Math.floor)} are accepted. Choose a smaller file.`
}
