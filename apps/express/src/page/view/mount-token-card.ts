import type { TokenSource } from '@secure-uploading/client'
import { formatCountdown } from '../format/format-countdown.js'
import type { Store } from '../state/create-store.js'
import type { TokenState } from '../state/token-state.js'
import { refreshMarginMs } from '../tokens/refresh-margin-ms.js'
import { part } from './part.js'

type Phase = 'none' | 'held' | 'due' | 'ended'

const LABELS: Record<Phase, string> = {
  none: 'No token yet',
  held: 'Token expires in',
  due: 'Token expires in',
  ended: 'Token expired',
}

const NOTES: Record<Phase, string> = {
  none: 'The first upload fetches one; all uploads share it.',
  held: 'Kept in memory, used for every upload.',
  due: 'Expires soon. The next upload renews it.',
  ended: 'Expired. The next upload fetches a new one.',
}

// A smaller share, such as 30 s of half an hour, would be invisible in the bar.
const SMALLEST_MARGIN_SHARE = 0.05

const TICK_MS = 100

/** Shows how long the token stays valid. */
export function mountTokenCard(store: Store<TokenState>, source: Pick<TokenSource, 'describe'>): void {
  const card = part(document, 'token', HTMLElement)
  const label = part(document, 'token-label', HTMLElement)
  const left = part(document, 'token-left', HTMLElement)
  const bar = part(document, 'token-bar', HTMLElement)
  const margin = part(document, 'token-margin', HTMLElement)
  const note = part(document, 'token-note', HTMLElement)

  function draw(): void {
    const age = source.describe()
    const leftMs = age ? age.lifeMs - age.ageMs : 0
    const marginMs = age ? refreshMarginMs(age.lifeMs) : 0
    const phase = !age ? 'none' : leftMs <= 0 ? 'ended' : leftMs <= marginMs ? 'due' : 'held'

    left.textContent = age && leftMs > 0 ? formatCountdown(leftMs) : ''
    bar.style.setProperty('--left', String(age ? Math.max(0, leftMs / age.lifeMs) : 0))
    bar.style.setProperty('--margin', String(age ? marginMs / age.lifeMs : 0))
    margin.hidden = !age || marginMs / age.lifeMs < SMALLEST_MARGIN_SHARE
    if (card.dataset['phase'] === phase && note.textContent !== '') return
    card.dataset['phase'] = phase
    label.textContent = LABELS[phase]
    note.textContent = NOTES[phase]
  }

  store.watch(draw)
  setInterval(draw, TICK_MS)
}
