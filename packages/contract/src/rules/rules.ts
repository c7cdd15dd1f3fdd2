import type { Rule } from './rule.js'
import { ruleGroups } from './rule-groups.js'

/** Every rule of the token endpoint. */
export const rules: readonly Rule[] = ruleGroups.flatMap((group) => group.rules)
