import { signIn } from './actions'

/** Takes the place of an uploader for somebody who is signed out. */
export function SignInCard() {
  return (
    <section className="card notice" aria-labelledby="sign-in-title">
      <h2 id="sign-in-title">You are signed out</h2>
      <p>The server gives upload tokens to people it knows. Without one, nothing is uploaded.</p>
      <form action={signIn}>
        <button className="button primary" type="submit">
          Sign in as Ada Lovelace
        </button>
      </form>
      <p className="small">A pretended sign-in: there is no password.</p>
    </section>
  )
}
