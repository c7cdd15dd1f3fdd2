/**
 * Creates the lines of `authorize` in a generated endpoint. It refuses everyone, except the demo user of the emulator, whose tokens
 * are worthless outside of it.
 *
 * @param indentation of the option
 * @param isEmulated an expression that is true while the app runs in development beside the emulator
 */
export function authorizeLines(
  indentation: string,
  isEmulated = "process.env.UPLOADCARE_EMULATOR_URL && process.env.NODE_ENV !== 'production'",
): string {
  return [
    '// TODO: decide who may upload, by the session of your app. Return { subject: user.id } for a signed-in user, and null for',
    '// everyone else, who then gets a 401. Until you do, only the demo user of "dev:uploads" can upload, and only to the emulator.',
    'authorize: () =>',
    `  ${isEmulated} ? { subject: 'demo-user' } : null,`,
  ]
    .map((line) => indentation + line)
    .join('\n')
}
