import { html, nothing, type TemplateResult } from 'lit-html'
import { repeat } from 'lit-html/directives/repeat.js'
import type { ActivityEntry, TokenState } from '../state/token-state.js'

const TIME = new Intl.DateTimeFormat('en', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

/** The counts of tokens. */
export const countsView = ({ fetchedCount, renewedCount, refusedCount }: TokenState): TemplateResult => html`
  <dl class="counts">
    ${Object.entries({ fetched: fetchedCount, renewed: renewedCount, refused: refusedCount }).map(
      ([name, count]) => html`
        <div class="counts__item">
          <dt>${name}</dt>
          <dd data-part="${name}-count">${count}</dd>
        </div>
      `,
    )}
  </dl>
`

/** The event log, newest first. */
export const eventsView = ({ entries }: TokenState): TemplateResult => html`
  <div class="activity">
    <h3 class="details__subtitle" id="activity-title">Events</h3>
    <ol class="activity__list" tabindex="0" aria-labelledby="activity-title">
      ${repeat(entries, ({ id }) => id, entryView)}
    </ol>
    ${
      entries.length === 0
        ? html`<p class="activity__empty">No events yet. The first upload fetches a token.</p>`
        : nothing
    }
  </div>
`

const entryView = ({ at, tone, text }: ActivityEntry): TemplateResult => html`
  <li class="activity__entry" data-tone=${tone}>
    <time class="activity__time" datetime=${at.toISOString()}>${TIME.format(at)}</time>
    <span class="activity__text">${text}</span>
  </li>
`
