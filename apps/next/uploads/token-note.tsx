import styles from './token-note.module.css'
import type { TokenStats } from './use-token-source'

/** Renders the number of tokens fetched so far. */
export function TokenNote({ stats }: { stats: TokenStats | undefined }) {
  return (
    <p className={styles['note']}>
      {stats ? describe(stats) : 'No token yet. The first upload fetches one.'}
    </p>
  )
}

function describe({ fetchedCount, lifetimeMs }: TokenStats): string {
  const count = fetchedCount === 1 ? '1 token' : `${fetchedCount} tokens`
  const lifetime =
    lifetimeMs < 60_000
      ? `${Math.round(lifetimeMs / 1000)} seconds`
      : `${Math.round(lifetimeMs / 60_000)} minutes`
  return `${count} fetched so far. The newest is valid for ${lifetime}.`
}
