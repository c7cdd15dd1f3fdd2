/** The address of the documentation site, written by `npm run addresses`. Empty until it is known. */
export const DOCS_URL: string = ''
