import path from 'node:path'

/** Tells where the build put something: `function`, `page` or `demo`. */
export const built = (name: string): string => path.resolve(import.meta.dirname, '../dist', name)
