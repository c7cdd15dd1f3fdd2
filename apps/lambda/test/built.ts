import path from 'node:path'

/** Returns the path of a build output: `function`, `page` or `demo`. */
export const built = (name: string): string => path.resolve(import.meta.dirname, '../dist', name)
