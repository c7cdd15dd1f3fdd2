export { ruleGroups } from './rule-groups.js'
export { rules } from './rules.js'
