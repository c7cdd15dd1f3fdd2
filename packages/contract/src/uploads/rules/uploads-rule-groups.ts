import type { UploadsRule } from '../uploads-harness.js'
import { completionRules } from './completion-rules.js'
import { countRules } from './count-rules.js'
import { fileRuleRules } from './file-rule-rules.js'
import { issueRules } from './issue-rules.js'
import { limiterRules } from './limiter-rules.js'
import { quotaRules } from './quota-rules.js'
import { receiptRules } from './receipt-rules.js'
import { repeatRules } from './repeat-rules.js'
import { requestRules } from './request-rules.js'
import { restAnswerRules } from './rest-answer-rules.js'
import { restFailureRules } from './rest-failure-rules.js'
import { storeRules } from './store-rules.js'
import { uploadsOptionRules } from './uploads-option-rules.js'

/** The rules of the uploads endpoint by subject, in the order of its checks. */
export const uploadsRuleGroups: readonly {
  readonly title: string
  readonly rules: readonly UploadsRule[]
}[] = [
  { title: 'Options', rules: uploadsOptionRules },
  { title: 'Requests', rules: requestRules },
  { title: 'Rate limits', rules: limiterRules },
  { title: 'Tokens', rules: issueRules },
  { title: 'Completion', rules: completionRules },
  { title: 'Receipts', rules: receiptRules },
  { title: 'File rules', rules: fileRuleRules },
  { title: 'File counts', rules: countRules },
  { title: 'Quotas', rules: quotaRules },
  { title: 'Repetition', rules: repeatRules },
  { title: 'Stores', rules: storeRules },
  { title: 'The REST API', rules: [...restFailureRules, ...restAnswerRules] },
]
