import styles from './token-note.module.css'
import type { TokenNews } from './use-token-source'

/** Tells how many tokens were fetched so far. */
export function TokenNote({ news }: { news: TokenNews | undefined }) {
  return (
    <p className={styles['note']}>{news ? describe(news) : 'No token yet: the first upload fetches one.'}</p>
  )
}

function describe({ fetchedCount, lifeMs }: TokenNews): string {
  const count = fetchedCount === 1 ? '1 token' : `${fetchedCount} tokens`
  const life =
    lifeMs < 60_000 ? `${Math.round(lifeMs / 1000)} seconds` : `${Math.round(lifeMs / 60_000)} minutes`
  return `${count} fetched so far; the newest was good for ${life}.`
}
