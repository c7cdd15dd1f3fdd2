import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { Masthead } from '../masthead/masthead'
import { currentUser } from '../session/current-user'
import { uploadSettings } from '../settings/upload-settings'
import { UploadSessionProvider } from '../uploads/upload-session'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Upload queue · Secure uploading', template: '%s · Secure uploading' },
  description:
    'A Next app whose backend issues upload tokens. Files go directly from the browser to Uploadcare.',
}

export default async function Layout({ children }: { children: ReactNode }) {
  const user = await currentUser()
  const page = (
    <>
      <a
        className="absolute top-2 left-2 z-10 rounded-lg bg-primary px-4 py-2 text-card not-focus:sr-only"
        href="#content"
      >
        Skip to the content
      </a>
      <Masthead user={user} />
      <main
        className="mx-auto grid max-w-205 grid-cols-[minmax(0,1fr)] gap-5 px-4 pt-7 pb-16 outline-none sm:px-6 sm:pt-10"
        id="content"
        tabIndex={-1}
      >
        {children}
      </main>
    </>
  )
  return (
    <html lang="en">
      <body>
        {user === undefined ? (
          page
        ) : (
          // Above the pages, so that uploads continue across navigation. The key resets it when the user changes.
          <UploadSessionProvider key={user} user={user} settings={uploadSettings()}>
            {page}
          </UploadSessionProvider>
        )}
      </body>
    </html>
  )
}
