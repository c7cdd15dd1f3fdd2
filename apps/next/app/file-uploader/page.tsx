import type { Metadata } from 'next'
import { currentUser } from '../../session/current-user'
import { SignInCard } from '../../session/sign-in-card'
import { FileUploaderPanel } from '../../uploads/file-uploader-panel'

export const metadata: Metadata = { title: 'File Uploader' }

export default async function Page() {
  return (
    <>
      <h1>Uploadcare’s File Uploader with the same tokens</h1>
      <p className="max-w-[62ch] text-muted-foreground">
        The React component gets a signature from the token source before each file, through{' '}
        <code>signatureResolver</code>. The upload client shares that source, so one token serves both pages.
      </p>
      {(await currentUser()) === undefined ? <SignInCard /> : <FileUploaderPanel />}
    </>
  )
}
