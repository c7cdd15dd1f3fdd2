import * as v from 'valibot'

/** A set of options: its name in messages, its schema, and what each option must be. */
export interface OptionSet<Entries extends v.ObjectEntries> {
  /** With its article, such as `A project`. */
  readonly subject: string
  readonly schema: v.StrictObjectSchema<Entries, undefined>
  /** Completes the sentence `"name" must be …`. */
  readonly expected: Readonly<Record<keyof Entries & string, string>>
}

/**
 * Parses unchecked options. An option that is `undefined` counts as missing.
 *
 * @throws {TypeError} naming the first option that is unknown or invalid.
 */
export function parseOptions<Entries extends v.ObjectEntries>(
  { subject, schema, expected }: OptionSet<Entries>,
  input: unknown,
): v.InferOutput<v.StrictObjectSchema<Entries, undefined>> {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw new TypeError(`${subject} must be an object`)
  }
  const given = Object.entries(input).filter(([, value]) => value !== undefined)
  const names = Object.keys(expected)
  const unknownName = given.map(([name]) => name).find((name) => !names.includes(name))
  if (unknownName !== undefined) {
    throw new TypeError(
      `Unknown option "${unknownName}" of ${lowerFirst(subject)}. Expected one of: ${names.join(', ')}`,
    )
  }
  const result = v.safeParse(schema, Object.fromEntries(given), { abortEarly: true })
  if (result.success) return result.output
  const name = String(result.issues[0].path?.[0].key)
  throw new TypeError(`"${name}" must be ${new Map(Object.entries<string>(expected)).get(name) ?? 'valid'}`)
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
