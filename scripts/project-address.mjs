/**
 * The address of the repository, for example `https://github.com/<owner>/<name>`. Empty until it is known. `npm run addresses`
 * writes it into every published package.
 *
 * @type {string}
 */
export const REPOSITORY_URL = ''

/**
 * The address of the documentation site without a slash at its end. Empty until it is known.
 *
 * @type {string}
 */
export const SITE_URL = ''
