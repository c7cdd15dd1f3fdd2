// Workers generate no random values outside of a request.
/** Returns a UUID that no file has. */
export const uuidOf = (index: number): string =>
  `00000000-0000-4000-8000-${index.toString(16).padStart(12, '0')}`
