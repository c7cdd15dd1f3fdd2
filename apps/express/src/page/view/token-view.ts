import type { TokenSource } from '@secure-uploading/client'
import { cssVariables } from '@secure-uploading/demo-kit/panel'
import { html, type TemplateResult } from 'lit-html'
import { formatCountdown } from '../format/format-countdown.js'
import { refreshMarginMs } from '../tokens/refresh-margin-ms.js'

type Phase = 'none' | 'dropped' | 'held' | 'due' | 'ended'

const TEXTS: Record<Phase, { label: string; note: string }> = {
  none: { label: 'No token yet', note: 'The first upload fetches one; all uploads share it.' },
  dropped: { label: 'Token dropped', note: 'The next upload fetches a new one.' },
  held: { label: 'Token expires in', note: 'Kept in memory, used for every upload.' },
  due: { label: 'Token expires in', note: 'Expires soon. The next upload renews it.' },
  ended: { label: 'Token expired', note: 'The next upload fetches a new one.' },
}

// A smaller share, such as 30 s of half an hour, would be invisible in the bar.
const SMALLEST_MARGIN_SHARE = 0.05

/**
 * Shows how long the token stays valid.
 *
 * @param hasFetched whether there was a token before
 */
export function tokenView(source: Pick<TokenSource, 'describe'>, hasFetched: boolean): TemplateResult {
  const { lifeMs, ageMs } = source.describe() ?? { lifeMs: 0, ageMs: 0 }
  const leftMs = Math.max(0, lifeMs - ageMs)
  const marginMs = refreshMarginMs(lifeMs)
  const phase = lifeMs === 0 ? (hasFetched ? 'dropped' : 'none') : phaseOf(leftMs, marginMs)
  const { label, note } = TEXTS[phase]
  const share = (partMs: number): number => (lifeMs === 0 ? 0 : partMs / lifeMs)
  return html`
    <div
      class="token"
      data-phase=${phase}
      ${cssVariables({ '--left': share(leftMs), '--margin': share(marginMs) })}
    >
      <p class="token__label">${label}</p>
      <p class="token__left" aria-hidden="true">${leftMs > 0 ? formatCountdown(leftMs) : ''}</p>
      <div class="token__bar" aria-hidden="true">
        <div class="token__margin" ?hidden=${share(marginMs) < SMALLEST_MARGIN_SHARE}></div>
        <div class="token__fill"></div>
      </div>
      <p class="token__note">${note}</p>
    </div>
  `
}

function phaseOf(leftMs: number, marginMs: number): Phase {
  if (leftMs === 0) return 'ended'
  return leftMs <= marginMs ? 'due' : 'held'
}
