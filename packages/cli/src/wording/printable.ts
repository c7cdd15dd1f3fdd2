/** Control characters, and characters that change the direction of text. */
export const UNPRINTABLE = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu

/** Replaces control characters, so that untrusted text cannot control a terminal. */
export const printable = (text: string): string => text.replace(UNPRINTABLE, '\ufffd')
