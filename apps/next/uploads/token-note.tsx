'use client'

import styles from './token-note.module.css'
import { useUploadSession, type TokenStats } from './upload-session'

/** Renders the number of tokens fetched so far. */
export function TokenNote() {
  const { tokens } = useUploadSession()
  return <p className={styles['note']}>{describe(tokens)}</p>
}

function describe({ fetchedCount, lifetimeMs }: TokenStats): string {
  if (fetchedCount === 0) return 'No token fetched yet. The first upload fetches one.'
  const count = fetchedCount === 1 ? '1 token' : `${fetchedCount} tokens`
  const lifetime =
    lifetimeMs < 60_000
      ? `${Math.round(lifetimeMs / 1000)} seconds`
      : `${Math.round(lifetimeMs / 60_000)} minutes`
  return `${count} fetched so far. The newest is valid for ${lifetime}.`
}
