import { unchecked, type Finding } from '../finding.js'
import type { Answer } from './answer.js'
import { containsToken } from './issued-token.js'

/** The advice of checks that need a token. */
export const NO_TOKEN_ADVICE = 'The endpoint returned no token: see above.'

/** Skips a check if one of its responses is 429: the rate limit can hide other results. */
export const uncheckedForRateLimit = (subject: string, answers: readonly Answer[]): Finding | undefined =>
  answers.some(({ status }) => status === 429)
    ? unchecked(`${subject} not checked: rate limited (429)`, 'Try again later.')
    : undefined

/** Skips a check if the endpoint rejects its own page, too. */
export const uncheckedWithoutToken = (subject: string, ownPage: Answer): Finding | undefined =>
  containsToken(ownPage)
    ? undefined
    : unchecked(
        `${subject} not checked: its own page was rejected, too`,
        "Pass a session: --cookie '$COOKIE' or --header 'Authorization: $AUTHORIZATION'.",
      )
