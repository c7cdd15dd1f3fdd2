/** A reason not to start that is the reader's to mend: it is printed as one line, without a stack. */
export class StartUpError extends Error {
  name = 'StartUpError'
}
