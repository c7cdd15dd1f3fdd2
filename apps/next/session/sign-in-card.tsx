import { signIn } from './actions'

/** Renders the sign-in, which replaces the uploader while signed out. */
export function SignInCard() {
  return (
    <section className="card notice" aria-labelledby="sign-in-title">
      <h2 id="sign-in-title">You are signed out</h2>
      <p>The server issues upload tokens to signed-in users only. Uploads need a token.</p>
      <form action={signIn}>
        <button className="button primary" type="submit">
          Sign in as Ada Lovelace
        </button>
      </form>
      <p className="small">Demo sign-in, no password needed.</p>
    </section>
  )
}
