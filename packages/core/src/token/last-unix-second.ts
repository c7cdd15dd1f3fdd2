/** The last second of the year 9999 in Unix seconds. Beyond it lie only times in milliseconds. */
export const LAST_UNIX_SECOND = 253_402_300_799
