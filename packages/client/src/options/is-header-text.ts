/** Whether a text can be the value of an HTTP header. Browsers and Node refuse other characters with an error of their own. */
export const isHeaderText = (value: unknown): boolean =>
  typeof value === 'string' && /^[ -~\xA0-\xFF]*$/.test(value)
