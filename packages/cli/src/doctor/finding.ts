/** `unchecked`: it could not be looked at, and the advice says what is missing. */
export type Level = 'fine' | 'warning' | 'failure' | 'unchecked'

/** What a check has found. It holds neither a secret nor a signature. */
export interface Finding {
  level: Level
  /** What is the case. */
  message: string
  /** What to do. */
  advice?: string
  /** Where in files: `assets/app.js:1:20`. */
  places?: string[]
}

/** A finding, and the name of the check that found it. */
export interface NamedFinding extends Finding {
  check: string
}

export const fine = (message: string): Finding => ({ level: 'fine', message })
export const warning = (message: string, advice: string): Finding => ({ level: 'warning', message, advice })
export const failure = (message: string, advice: string): Finding => ({ level: 'failure', message, advice })
export const unchecked = (message: string, advice: string): Finding => ({
  level: 'unchecked',
  message,
  advice,
})
