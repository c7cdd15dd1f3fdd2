import '@secure-uploading/demo-kit/style.css'
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
  return (
    <html lang="en">
      <body>
        <a className="skip-link" href="#content">
          Skip to the content
        </a>
        <Masthead user={user} />
        <main className="content" id="content" tabIndex={-1}>
          {user === undefined ? (
            children
          ) : (
            // Above the pages, so that uploads continue across navigation. The key resets it when the user changes.
            <UploadSessionProvider key={user} user={user} settings={uploadSettings()}>
              {children}
            </UploadSessionProvider>
          )}
        </main>
      </body>
    </html>
  )
}
