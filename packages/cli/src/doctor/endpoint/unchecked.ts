import { skipped, unchecked, type Finding } from '../finding.js'
import type { Answer } from './answer.js'
import { containsToken } from './issued-token.js'

/** The remedy for a missing session. */
export const SESSION_ADVICE =
  "Pass a session: --cookie '$COOKIE' or --header 'Authorization: $AUTHORIZATION'. To fail for skipped checks, pass --strict."

/** Skips a check if one of its responses is 429: the rate limit can hide other results. */
export const uncheckedForRateLimit = (subject: string, answers: readonly Answer[]): Finding | undefined =>
  answers.some(({ status }) => status === 429)
    ? unchecked(`${subject} not checked: rate limited (429)`, 'Try again later.')
    : undefined

/** Skips a check that needs a token. */
export const skippedWithoutToken = (subject: string): Finding =>
  skipped(`${subject} not checked: no token received`, SESSION_ADVICE)

/** Skips a check if the endpoint rejects its own page, too. */
export const uncheckedWithoutToken = (subject: string, ownPage: Answer): Finding | undefined =>
  containsToken(ownPage)
    ? undefined
    : skipped(`${subject} not checked: its own page was rejected, too`, SESSION_ADVICE)
