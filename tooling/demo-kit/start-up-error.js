/** A start-up failure that the user can fix. Printed as one line, without a stack. */
export class StartUpError extends Error {
  name = 'StartUpError'
}
