/** The last second of the year 9999, in Unix seconds. Larger values are milliseconds. */
export const LAST_UNIX_SECOND = 253_402_300_799
