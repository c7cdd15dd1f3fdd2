import { html, type TemplateResult } from 'lit-html'
import type { UploadSession } from '../uploads/start-upload-session.js'
import { signInView } from './sign-in-view.js'

/** The state that the page shows. */
export interface PageState {
  /** Undefined while signed out. */
  uploads: UploadSession | undefined
  /** Why the sign-in failed, in one sentence. */
  problem: string | undefined
  signIn: () => Promise<void>
  signOut: () => void
}

/** Renders the page. */
export function pageView({ uploads, problem, signIn, signOut }: PageState): TemplateResult {
  return html`
    <header class="masthead">
      <span class="brand">
        <svg viewBox="0 0 28 28" aria-hidden="true">
          <rect width="28" height="28" rx="8" />
          <path d="M14 20v-9m0 0-4 4m4-4 4 4M9 8h10" />
        </svg>
        Secure uploading
      </span>
      ${uploads ? html`<button class="button quiet" type="button" @click=${signOut}>Sign out</button>` : ''}
    </header>
    <main>
      <h1>Direct uploads with a token from Lambda</h1>
      <p class="lede">
        API Gateway verifies a JWT, and a function signs a short-lived upload token. The file passes through
        neither of them.
      </p>
      ${
        uploads
          ? html`${uploads.panel.view()}
              <p class="note">${describeTokens(uploads.fetchedTokens)}</p>`
          : signInView(signIn, problem)
      }
    </main>
  `
}

function describeTokens(fetchedTokens: number): string {
  if (fetchedTokens === 0) return 'No token fetched yet. The first upload fetches one.'
  return `${fetchedTokens === 1 ? '1 token' : `${fetchedTokens} tokens`} fetched so far.`
}
