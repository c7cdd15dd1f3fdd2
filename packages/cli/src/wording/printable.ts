/** What would move a terminal's cursor, colour it, or turn the order of its letters around. */
// eslint-disable-next-line no-control-regex -- They are what it is about.
export const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g

/** Takes out of somebody else's words what a terminal would obey. */
export const printable = (text: string): string => text.replace(UNPRINTABLE, '\ufffd')
