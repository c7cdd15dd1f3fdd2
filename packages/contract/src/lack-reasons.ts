import type { Capability } from './framework.js'

/** Why a rule does not apply where a framework lacks the capability. */
export const LACK_REASONS: Readonly<Record<Capability, string>> = {
  'every-method': 'The framework answers other methods itself.',
  'every-method-name':
    'Node’s parser or the framework refuses unknown HTTP methods before the handler is called.',
  'every-path': 'The framework’s router does not pass other paths to the handler.',
  'every-content-type': 'The framework parses the body first and refuses types that it cannot parse.',
  'every-body': 'The framework parses the body first and refuses bodies that it cannot parse.',
  'shared-response':
    'The handler returns its answer, so no response exists before that the app could write to.',
}
