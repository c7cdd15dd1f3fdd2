/** Removes the options that are `undefined`, so that defaults apply. */
export const withoutUndefined = <T extends object>(options: T): Defined<T> =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Defined<T>

/** Options without those that are `undefined`. */
export type Defined<T> = { [Name in keyof T]: Exclude<T[Name], undefined> }
