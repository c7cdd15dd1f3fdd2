import { html, type TemplateResult } from 'lit-html'

/** Takes the drop zone's place for somebody who is signed out. */
export function signInView(signIn: () => Promise<void>, problem: string | undefined): TemplateResult {
  return html`
    <section class="card notice" aria-labelledby="sign-in-title">
      <h2 id="sign-in-title">You are signed out</h2>
      <p class="small">
        Without a valid JWT the API does not even call the function, and nothing is uploaded.
      </p>
      <button class="button primary" type="button" @click=${signIn}>Sign in as Ada Lovelace</button>
      <p class="small" role="alert">${problem ?? ''}</p>
      <p class="small">It is a pretended sign-in, without a password.</p>
    </section>
  `
}
