import { html, nothing, type TemplateResult } from 'lit-html'
import type { SessionState } from '../state/session-state.js'

/** The head of the page: the brand, and the user with the sign-out. */
export function mastheadView(session: SessionState, signOut: () => void): TemplateResult {
  return html`
    <header class="masthead">
      <div class="masthead__inner">
        <span class="brand">
          <svg viewBox="0 0 28 28" aria-hidden="true">
            <rect width="28" height="28" rx="8" />
            <path d="M14 20v-9m0 0-4 4m4-4 4 4M9 8h10" />
          </svg>
          Secure uploading
        </span>
        ${session.kind === 'signed-in' ? accountView(session.userName, signOut) : nothing}
      </div>
    </header>
  `
}

const accountView = (userName: string, signOut: () => void): TemplateResult => html`
  <div class="account">
    <span class="account__initials" aria-hidden="true">${initialsOf(userName)}</span>
    <span class="account__name">${userName}</span>
    <button class="button quiet" type="button" @click=${signOut}>Sign out</button>
  </div>
`

const initialsOf = (name: string): string => name.replace(/(\p{L})\S*\s*/gu, '$1').slice(0, 2)
