import type { Rule } from '../rule.js'
import { hostileBodyRules } from './hostile-body-rules.js'
import { hostileHeaderRules } from './hostile-header-rules.js'
import { hostileMethodRules } from './hostile-method-rules.js'
import { hostileOriginRules } from './hostile-origin-rules.js'
import { hostileUrlRules } from './hostile-url-rules.js'

/** What must be true whatever somebody sends, found by trying much of it. */
export const hostileRules: readonly Rule[] = [
  ...hostileMethodRules,
  ...hostileUrlRules,
  ...hostileHeaderRules,
  ...hostileOriginRules,
  ...hostileBodyRules,
]
