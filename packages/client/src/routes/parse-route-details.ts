import type { BoundMetadata } from '../token-source/receipt-metadata-of.js'
import { isAtLeast } from '../options/assert-options.js'
import type { UploadRouteRules } from './route-types.js'

/** The part of a route's token that a token endpoint does not issue. */
export interface RouteDetails extends BoundMetadata {
  rules: UploadRouteRules
}

/**
 * Parses the rules and the metadata in the JSON of a route's token. Values of another type are ignored, because the server
 * enforces the rules.
 */
export function parseRouteDetails(json: unknown): RouteDetails {
  const { rules, metadata } = Object(json) as Record<string, unknown>
  const { accept, maxBytes, maxFiles } = Object(rules) as Record<string, unknown>
  const entries = Object.entries(Object(metadata) as object).filter(isText)
  return {
    rules: {
      ...(Array.isArray(accept) && { accept: accept.map(String) }),
      ...(typeof maxBytes === 'number' && { maxBytes }),
      // With less than one file per token, tokens would be fetched without end.
      ...(isAtLeast(1)(maxFiles) && { maxFiles: Number(maxFiles) }),
    },
    ...(entries.length > 0 && { metadata: Object.fromEntries(entries) }),
  }
}

const isText = (entry: [string, unknown]): entry is [string, string] => typeof entry[1] === 'string'
