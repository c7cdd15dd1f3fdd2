import type { Rule } from '../rule.js'
import { hostileBodyRules } from './hostile-body-rules.js'
import { hostileHeaderRules } from './hostile-header-rules.js'
import { hostileMethodRules } from './hostile-method-rules.js'
import { hostileOriginRules } from './hostile-origin-rules.js'
import { hostileUrlRules } from './hostile-url-rules.js'

/** Rules that hold for arbitrary requests, checked with generated ones. */
export const hostileRules: readonly Rule[] = [
  ...hostileMethodRules,
  ...hostileUrlRules,
  ...hostileHeaderRules,
  ...hostileOriginRules,
  ...hostileBodyRules,
]
