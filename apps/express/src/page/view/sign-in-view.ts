import { icon } from '@secure-uploading/demo-kit/panel'
import { html, nothing, type TemplateResult } from 'lit-html'

/** @param reason why the session ended, if the user did not end it */
export const signInView = (signIn: () => void, reason: string | undefined): TemplateResult => html`
  <div class="card notice">
    ${icon('lock')}
    <h2>You are signed out</h2>
    ${reason === undefined ? nothing : html`<p>${reason}</p>`}
    <p class="small">The server issues tokens to signed-in users only. Uploads need a token.</p>
    <button class="button primary" type="button" data-action="sign-in" @click=${signIn}>
      Sign in as Ada Lovelace
    </button>
    <p class="small">Demo sign-in, no password needed.</p>
  </div>
`

export const unreachableView = (retry: () => void): TemplateResult => html`
  <div class="card notice">
    <h2>The server does not respond</h2>
    <p>Start the demo with <code>npm run demo</code>, then try again.</p>
    <button class="button primary" type="button" @click=${retry}>Try again</button>
  </div>
`
