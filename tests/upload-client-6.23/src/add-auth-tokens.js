import path from 'node:path'

const FUNCTIONS = [
  'base',
  'fromUrl',
  'fromUrlStatus',
  'group',
  'groupInfo',
  'info',
  'multipartStart',
  'multipartComplete',
]
const NAMES = [
  'AuthError',
  'AuthTokenResolverError',
  'isAuthTokenResolver',
  'normalizeAuthToken',
  'resolveAuthToken',
]
const HEADERS =
  /headers: \{\s+'X-UC-User-Agent': getUserAgent\(\{ publicKey, integration, userAgent \}\)\s+\}/g
const STATUS_HEADERS =
  /headers: publicKey\s+\? (\{\s+'X-UC-User-Agent': getUserAgent\(\{[^}]*\}\)\s+\})\s+: undefined/g

/**
 * Adds auth tokens to the source of a build of upload-client 6.21.
 *
 * @param {string} source
 * @returns {string} source of an ES module that also imports `src/auth-token.js`
 * @throws {Error} when the source is not that of 6.21
 */
export function addAuthTokens(source) {
  let patched = source
  for (const name of FUNCTIONS) {
    patched = replace(patched, new RegExp(`^function ${name}\\(`, 'gm'), 1, `function ${name}621(`)
  }
  // Arrow functions share `arguments` with the function around them, whose second argument is the options.
  const authorization = '...authorizationOf(arguments[1])'
  const userAgent = "'X-UC-User-Agent': getUserAgent({ publicKey, integration, userAgent })"
  patched = replace(patched, HEADERS, 7, `headers: { ${userAgent}, ${authorization} }`)
  patched = replace(
    patched,
    STATUS_HEADERS,
    1,
    (_, headers) => `headers: { ...(publicKey ? ${headers} : {}), ${authorization} }`,
  )
  patched = replace(patched, /^export \{ /gm, 1, `export { ${NAMES.join(', ')}, `)
  const wrappers = FUNCTIONS.map(
    (name) => `function ${name}(input, options) { return withAuthToken(${name}621, input, options) }`,
  )
  const support = JSON.stringify(path.join(import.meta.dirname, 'auth-token.js'))
  return [
    `import { authorizationOf, createAuthTokens } from ${support}`,
    patched,
    `const { withAuthToken, ${NAMES.join(', ')} } = createAuthTokens(UploadError)`,
    ...wrappers,
  ].join('\n')
}

function replace(source, pattern, count, replacement) {
  const found = source.match(pattern)?.length ?? 0
  if (found !== count) throw new Error(`Expected ${count} of ${pattern}, found ${found}. Is this 6.21.0?`)
  return source.replace(pattern, replacement)
}
