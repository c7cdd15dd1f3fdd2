import type { TokenSource } from '@secure-uploading/client'
import { html, type TemplateResult } from 'lit-html'
import type { SessionState } from '../state/session-state.js'
import type { TokenState } from '../state/token-state.js'
import { countsView, eventsView } from './events-view.js'
import { experimentsView, type Experiments } from './experiments-view.js'
import { mastheadView } from './masthead-view.js'
import { tokenView } from './token-view.js'

export interface PageState extends Experiments {
  session: SessionState
  destination: string
  tokens: TokenState
  tokenSource: Pick<TokenSource, 'describe'>
  signOut: () => void
  /** The sign-in, or the uploads of the user. */
  content: TemplateResult
}

/** Renders the page. */
export function pageView(page: PageState): TemplateResult {
  const { session, destination, tokens, tokenSource, content } = page
  return html`
    <a class="skip-link" href="#details-title">Skip to tokens and events</a>
    ${mastheadView(session, page.signOut)}
    <main class="layout">
      <section class="uploader" aria-labelledby="uploader-title">
        <h1 class="uploader__title" id="uploader-title">Direct uploads with a token from your server</h1>
        <p class="uploader__lede">
          Your server signs a short-lived token. The file goes directly from this page to ${destination} and
          never passes through your server.
        </p>
        ${content}
      </section>

      <aside class="details" aria-labelledby="details-title">
        <h2 class="details__title" id="details-title" tabindex="-1">Behind the scenes</h2>
        ${tokenView(tokenSource, tokens.fetchedCount > 0)} ${countsView(tokens)} ${experimentsView(page)}
        ${eventsView(tokens)}
      </aside>
    </main>
  `
}
