/** Makes every option optional and accepts `undefined` for it, also with `exactOptionalPropertyTypes`. */
export type Undefinable<T> = { [Name in keyof T]?: T[Name] | undefined }
