import { SignOutButton } from '../session/sign-out-button'
import { PageLink } from './page-link'

/** Renders the header of each page: navigation and account. */
export function Masthead({ user }: { user: string | undefined }) {
  return (
    <header className="border-b bg-card">
      <div className="mx-auto flex max-w-205 flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 sm:px-6">
        <span className="brand min-h-9">
          <svg viewBox="0 0 28 28" aria-hidden="true">
            <rect width="28" height="28" rx="8" />
            <path d="M14 20v-9m0 0-4 4m4-4 4 4M9 8h10" />
          </svg>
          Secure uploading
        </span>
        <nav className="order-1 flex w-full gap-1 sm:order-0 sm:w-auto" aria-label="Pages">
          <PageLink href="/">Upload queue</PageLink>
          <PageLink href="/avatar">Upload route</PageLink>
          <PageLink href="/file-uploader">File Uploader</PageLink>
        </nav>
        {user !== undefined && <SignOutButton user={user} />}
      </div>
    </header>
  )
}
