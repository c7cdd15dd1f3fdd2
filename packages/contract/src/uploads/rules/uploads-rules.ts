import type { UploadsRule } from '../uploads-harness.js'
import { uploadsRuleGroups } from './uploads-rule-groups.js'

/** Every rule of the uploads endpoint. */
export const uploadsRules: readonly UploadsRule[] = uploadsRuleGroups.flatMap((group) => group.rules)
