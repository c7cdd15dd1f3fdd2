const ADDRESS = /\bhttps?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1?\])(?::\d+)?/g
/** The lines that the emulator prints about itself. */
const OF_EMULATOR = /^.*\/_emulator\/.*$|^Emulator of .*$/gm

/**
 * Finds the origins on this machine that a development server prints, in their order. The address for all interfaces becomes
 * `localhost`.
 */
export function originsIn(output: string): string[] {
  const found = output.replace(OF_EMULATOR, '').match(ADDRESS) ?? []
  return [...new Set(found.map((address) => address.replace(/0\.0\.0\.0|\[::\]/, 'localhost')))]
}
