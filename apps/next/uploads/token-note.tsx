'use client'

import { useUploadSession } from './upload-session'

/** Renders the number of tokens fetched so far. */
export function TokenNote() {
  const { fetchedTokens } = useUploadSession()
  return <p className="text-sm text-muted-foreground">{describe(fetchedTokens)}</p>
}

function describe(fetchedTokens: number): string {
  if (fetchedTokens === 0) return 'No token fetched yet. The first upload fetches one.'
  return `${fetchedTokens === 1 ? '1 token' : `${fetchedTokens} tokens`} fetched so far.`
}
