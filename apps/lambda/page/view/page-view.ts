import { html, type TemplateResult } from 'lit-html'
import type { Uploads } from '../uploads/create-uploads.js'
import { dropZoneView } from './drop-zone-view.js'
import { signInView } from './sign-in-view.js'
import { uploadListView } from './upload-list-view.js'

/** All that the page shows. */
export interface PageState {
  isSignedIn: boolean
  /** Why the sign-in failed, in a sentence. */
  problem: string | undefined
  uploads: Uploads
  fetchedTokens: number
  signIn: () => Promise<void>
  signOut: () => void
}

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
      <h1>Straight to storage, with a token from Lambda</h1>
      <p class="lede">
        API Gateway checks a JWT, a function signs a short-lived upload token, and the file never passes
        through either.
      </p>
      ${isSignedIn ? dropZoneView(uploads) : signInView(signIn, problem)}
      ${uploads.list.length > 0 ? uploadListView(uploads) : ''}
      <p class="note">
        ${
          fetchedTokens === 0
            ? 'No token yet: the first upload fetches one.'
            : `The function was asked for ${fetchedTokens === 1 ? '1 token' : `${fetchedTokens} tokens`} so far.`
        }
      </p>
    </main>
  `
}
