/** `unchecked`: the check was skipped, and the advice names what it needs. */
export type Level = 'fine' | 'warning' | 'failure' | 'unchecked'

/** The result of a check. Contains neither a secret nor a signature. */
export interface Finding {
  level: Level
  /** The observation. */
  message: string
  /** `token`: the check was skipped because it needs a token from the endpoint. */
  needs?: 'token'
  /** The remedy. */
  advice?: string
  /** Places in files, for example `assets/app.js:1:20`. */
  places?: string[]
}

/** A finding with the name of its check. */
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

/** The result of a check that needs a token, without one. */
export const skipped = (message: string, advice: string): Finding => ({
  ...unchecked(message, advice),
  needs: 'token',
})
