import { unchecked, type Finding } from '../finding.js'
import type { Answer } from './answer.js'
import { holdsToken } from './issued-token.js'

/** Tells that nothing follows from answers of which one is a limit's: the others may be, too. */
export const unseenForLimit = (what: string, answers: readonly Answer[]): Finding | undefined =>
  answers.some(({ status }) => status === 429)
    ? unchecked(`${what} could not be seen: its rate limit came first`, 'Ask again later.')
    : undefined

/** Tells that nothing follows from a refusal of others, where its own page got no token either. */
export const unseenWithoutToken = (what: string, ownPage: Answer): Finding | undefined =>
  holdsToken(ownPage)
    ? undefined
    : unchecked(
        `${what} could not be seen: it refused its own page, too`,
        "Give a session: --cookie '$COOKIE' or --header 'Authorization: $AUTHORIZATION'.",
      )
