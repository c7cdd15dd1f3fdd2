import { signOut } from '../session/actions'
import styles from './masthead.module.css'
import { PageLink } from './page-link'

/** Renders the header of each page: navigation and account. */
export function Masthead({ user }: { user: string | undefined }) {
  return (
    <header className={styles['masthead']}>
      <div className={styles['inner']}>
        <span className="brand">
          <svg viewBox="0 0 28 28" aria-hidden="true">
            <rect width="28" height="28" rx="8" />
            <path d="M14 20v-9m0 0-4 4m4-4 4 4M9 8h10" />
          </svg>
          Secure uploading
        </span>
        <nav className={styles['pages']} aria-label="Pages">
          <PageLink href="/">Upload queue</PageLink>
          <PageLink href="/avatar">Upload route</PageLink>
          <PageLink href="/file-uploader">File Uploader</PageLink>
        </nav>
        {user !== undefined && (
          <form className={styles['account']} action={signOut}>
            <span className={styles['user']}>{user}</span>
            <button className="button quiet" type="submit">
              Sign out
            </button>
          </form>
        )}
      </div>
    </header>
  )
}
