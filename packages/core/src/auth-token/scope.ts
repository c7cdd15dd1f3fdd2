const MAX_SCOPE_PATHS = 16
const MAX_SCOPE_PATH_LENGTH = 64

/**
 * Checks the scope of an auth token against Uploadcare's limits.
 *
 * @throws {TypeError} naming the limit
 */
export function assertScope(scope: unknown): asserts scope is readonly string[] {
  if (!Array.isArray(scope) || scope.length === 0 || scope.length > MAX_SCOPE_PATHS) {
    throw new TypeError(`"scope" must be a list of 1 to ${MAX_SCOPE_PATHS} paths of the Upload API`)
  }
  for (const path of scope as unknown[]) {
    if (typeof path !== 'string' || !path.startsWith('/') || path.length > MAX_SCOPE_PATH_LENGTH) {
      throw new TypeError(
        `a path in "scope" must start with "/" and have at most ${MAX_SCOPE_PATH_LENGTH} characters`,
      )
    }
    if (path.replace(/\/\*$/, '').includes('*')) {
      throw new TypeError('a path in "scope" can contain "*" only as the last symbol, after a "/"')
    }
  }
}

/** `/group/*` covers `/group/` and all paths below it, but not `/groups/`. */
export function coversPath(allowed: string, path: string): boolean {
  return allowed.endsWith('/*') ? path.startsWith(allowed.slice(0, -1)) : path === allowed
}
