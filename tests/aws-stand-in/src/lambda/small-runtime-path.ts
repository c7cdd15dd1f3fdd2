import { fileURLToPath } from 'node:url'

/** Returns the path of the built runtime program, `dist/runtime.js`. */
export const smallRuntimePath = (): string => fileURLToPath(new URL('runtime.js', import.meta.url))
