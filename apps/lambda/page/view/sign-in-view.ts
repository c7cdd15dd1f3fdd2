import { html, type TemplateResult } from 'lit-html'

/** Renders the sign-in, which replaces the drop zone while signed out. */
export function signInView(signIn: () => Promise<void>, problem: string | undefined): TemplateResult {
  return html`
    <section class="card notice" aria-labelledby="sign-in-title">
      <h2 id="sign-in-title">You are signed out</h2>
      <p class="small">
        API Gateway rejects requests without a valid JWT. Uploads need a token from the function.
      </p>
      <button class="button primary" type="button" data-action="sign-in" @click=${signIn}>
        Sign in as Ada Lovelace
      </button>
      <p class="small" role="alert">${problem ?? ''}</p>
      <p class="small">Demo sign-in, no password needed.</p>
    </section>
  `
}
