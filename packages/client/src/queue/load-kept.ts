import type * as kept from './kept/index.js'

/** Loads the code that only pages with `owner` need. */
export const loadKept = (): Promise<typeof kept> => import('./kept/index.js')
