import { html, type TemplateResult } from 'lit-html'
import type { Uploads } from '../uploads/create-uploads.js'
import { dropZoneView } from './drop-zone-view.js'
import { signInView } from './sign-in-view.js'
import { uploadListView } from './upload-list-view.js'

/** The state that the page shows. */
export interface PageState {
  isSignedIn: boolean
  /** Why the sign-in failed, in one sentence. */
  problem: string | undefined
  uploads: Uploads
  fetchedTokens: number
  signIn: () => Promise<void>
  signOut: () => void
}

/** Renders the page. */
export function pageView(state: PageState): TemplateResult {
  const { isSignedIn, problem, uploads, fetchedTokens, signIn, signOut } = state
  return html`
    <header class="masthead">
      <span class="brand">
        <svg viewBox="0 0 28 28" aria-hidden="true">
          <rect width="28" height="28" rx="8" />
          <path d="M14 20v-9m0 0-4 4m4-4 4 4M9 8h10" />
        </svg>
        Secure uploading
      </span>
      ${
        isSignedIn ? html`<button class="button quiet" type="button" @click=${signOut}>Sign out</button>` : ''
      }
    </header>
    <main>
      <h1>Direct uploads with a token from Lambda</h1>
      <p class="lede">
        API Gateway verifies a JWT, and a function signs a short-lived upload token. The file passes through
        neither of them.
      </p>
      ${isSignedIn ? dropZoneView(uploads) : signInView(signIn, problem)}
      ${uploads.list.length > 0 ? uploadListView(uploads) : ''}
      <p class="note">
        ${
          fetchedTokens === 0
            ? 'No token yet. The first upload fetches one.'
            : `${fetchedTokens === 1 ? '1 token' : `${fetchedTokens} tokens`} fetched so far.`
        }
      </p>
    </main>
  `
}
