/** Takes out of somebody else's words what would move a terminal's cursor or colour it. */
export function printable(text: string): string {
  // eslint-disable-next-line no-control-regex -- They are what it is about.
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd')
}
