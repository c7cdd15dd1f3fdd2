import type { Capability } from './framework.js'

/** Why a rule is not held where a framework lacks what it needs. */
export const LACK_REASONS: Readonly<Record<Capability, string>> = {
  'every-method': 'The framework answers other methods itself.',
  'every-method-name':
    'Methods that HTTP does not know are refused before the handler: by Node’s parser, or by the framework.',
  'every-path': 'The framework’s router keeps other paths to itself.',
  'every-content-type': 'The framework reads the body first, and refuses types that it cannot read.',
  'every-body': 'The framework reads the body first, and refuses what it cannot read.',
  'shared-response':
    'The handler returns its answer: before that there is none which others could have sent or written to.',
}
