import { UsageError } from '../usage-error.js'

/** Headers that let somebody in: their values are secrets. */
const SENSITIVE = /^(?:proxy-)?authorization$|^cookie$|(?:key|token|secret|password|session)$/i
const VARIABLE = /\$(?:\{(?<braced>\w+)\}|(?<bare>\w+))/g

/**
 * Reads headers as `Name: value`, where `$NAME` stands for a variable of the environment. A header that lets somebody in
 * must take its value from there: what is on the command line is for every user of the machine to read.
 *
 * @throws {UsageError} which names the header and repeats no value.
 */
export function readHeaders(
  lines: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  return Object.fromEntries(
    lines.map((line) => {
      const { name, value } = /^(?<name>[\w!#$%&'*+.^`|~-]+):\s*(?<value>.*)$/s.exec(line)?.groups ?? {}
      if (name === undefined || value === undefined) {
        throw new UsageError("A header is given as --header 'Name: value'.")
      }
      return [name.toLowerCase(), expand(name, value, env)]
    }),
  )
}

function expand(name: string, value: string, env: Readonly<Record<string, string | undefined>>): string {
  if (SENSITIVE.test(name) && !new RegExp(VARIABLE).test(value)) {
    throw new UsageError(
      `The value of "${name}" does not belong on the command line. Put it into a variable of the environment, and ` +
        `name that in single quotes: --header '${name}: $MY_VARIABLE'`,
    )
  }
  const expanded = value.replace(VARIABLE, (...match) => {
    const { braced, bare = braced ?? '' } = match.at(-1) as { braced?: string; bare?: string }
    const found = env[bare]
    if (!found) throw new UsageError(`The header "${name}" asks for $${bare}, which the environment has not.`)
    return found
  })
  try {
    return new Headers({ [name]: expanded }).get(name) ?? ''
  } catch {
    throw new UsageError(`The value of the header "${name}" has characters that no header may have.`)
  }
}
