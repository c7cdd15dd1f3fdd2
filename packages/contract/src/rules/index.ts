import { answerRules } from './answer-rules.js'
import { authTokenRules } from './auth-token-rules.js'
import { authorizeRules } from './authorize-rules.js'
import { corsRules } from './cors-rules.js'
import { crossOriginRules } from './cross-origin-rules.js'
import { grantRules } from './grant-rules.js'
import { hookRules } from './hook-rules.js'
import { hostileRules } from './hostile/hostile-rules.js'
import { keyRules } from './key-rules.js'
import { methodRules } from './method-rules.js'
import { optionRules } from './option-rules.js'
import { rateLimitRules } from './rate-limit-rules.js'
import { receiptRules } from './receipt-rules.js'
import type { Rule } from './rule.js'

/** Every rule of the token endpoint, in the order of its checks. */
export const rules: readonly Rule[] = [
  ...optionRules,
  ...methodRules,
  ...crossOriginRules,
  ...corsRules,
  ...authorizeRules,
  ...grantRules,
  ...rateLimitRules,
  ...keyRules,
  ...answerRules,
  ...authTokenRules,
  ...receiptRules,
  ...hookRules,
  ...hostileRules,
]
