import { currentUser } from '../session/current-user'
import { SignInCard } from '../session/sign-in-card'
import { UploadsPanel } from '../uploads/uploads-panel'

export default async function Page() {
  return (
    <>
      <h1>Direct uploads with a token from Next</h1>
      <p className="max-w-[62ch] text-muted-foreground">
        A route handler signs a short-lived token for signed-in users. <code>useUploadQueue</code> uploads
        with it, and the file never passes through this server.
      </p>
      {(await currentUser()) === undefined ? <SignInCard /> : <UploadsPanel />}
    </>
  )
}
