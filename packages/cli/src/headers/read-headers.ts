import { UsageError } from '../usage-error.js'

/** Headers that authenticate a request: their values are secrets. */
const SENSITIVE = /^(?:proxy-)?authorization$|^cookie$|(?:key|token|secret|password|session)$/i
const VARIABLE = /\$(?:\{(?<braced>\w+)\}|(?<bare>\w+))/g

/**
 * Parses headers of the form `Name: value`, and replaces `$NAME` with the environment variable. A header that
 * authenticates must use a variable: every user of the machine can read the command line.
 *
 * @throws {UsageError} naming the header, never its value
 */
export function readHeaders(
  lines: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  return Object.fromEntries(
    lines.map((line) => {
      const { name, value } = /^(?<name>[\w!#$%&'*+.^`|~-]+):\s*(?<value>.*)$/s.exec(line)?.groups ?? {}
      if (name === undefined || value === undefined) {
        throw new UsageError("Pass a header as --header 'Name: value'.")
      }
      return [name.toLowerCase(), expand(name, value, env)]
    }),
  )
}

function expand(name: string, value: string, env: Readonly<Record<string, string | undefined>>): string {
  if (SENSITIVE.test(name) && !new RegExp(VARIABLE).test(value)) {
    throw new UsageError(
      `Do not put the value of "${name}" on the command line. Set an environment variable, and name it in single ` +
        `quotes: --header '${name}: $MY_VARIABLE'`,
    )
  }
  const expanded = value.replace(VARIABLE, (...match) => {
    const { braced, bare = braced ?? '' } = match.at(-1) as { braced?: string; bare?: string }
    const found = env[bare]
    if (!found) throw new UsageError(`The header "${name}" references $${bare}, which is not set.`)
    return found
  })
  try {
    return new Headers({ [name]: expanded }).get(name) ?? ''
  } catch {
    throw new UsageError(
      `The value of the header "${name}" contains characters that are not allowed in headers.`,
    )
  }
}
