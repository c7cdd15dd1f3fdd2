/** Whether a value is a string that is not empty. */
export const isFilledText = (value: unknown): boolean => typeof value === 'string' && value !== ''
