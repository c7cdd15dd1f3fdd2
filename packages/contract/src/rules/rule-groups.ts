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

/** The rules of the token endpoint by subject, in the order of its checks. */
export const ruleGroups: readonly { readonly title: string; readonly rules: readonly Rule[] }[] = [
  { title: 'Options', rules: optionRules },
  { title: 'Methods', rules: methodRules },
  { title: 'Origins', rules: crossOriginRules },
  { title: 'CORS', rules: corsRules },
  { title: 'Authorization', rules: authorizeRules },
  { title: 'Grants', rules: grantRules },
  { title: 'Rate limiting', rules: rateLimitRules },
  { title: 'Keys', rules: keyRules },
  { title: 'Answers', rules: answerRules },
  { title: 'Auth tokens', rules: authTokenRules },
  { title: 'Receipts', rules: receiptRules },
  { title: 'Hooks', rules: hookRules },
  { title: 'Hostile requests', rules: hostileRules },
]
