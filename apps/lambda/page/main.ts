import { createAnnouncer, createDraw, loadFont } from '@secure-uploading/demo-kit/panel'
import { render } from 'lit-html'
import { readConfig } from './config.js'
import { createSession } from './create-session.js'
import { startUploadSession, type UploadSession } from './uploads/start-upload-session.js'
import { pageView } from './view/page-view.js'
import './styles/main.css'

const config = await readConfig()
const session = createSession(config.signInUrl)
const announce = createAnnouncer()
const requestDraw = createDraw(() => {
  render(pageView({ uploads, problem, signIn, signOut }), document.body)
})
let uploads: UploadSession | undefined
let problem: string | undefined

async function signIn(): Promise<void> {
  problem = undefined
  try {
    await session.signIn()
    startUploads()
    uploads?.panel.focus()
  } catch {
    problem = 'The sign-in does not respond. Check that the demo is still running.'
  }
  await requestDraw()
}

function startUploads(): void {
  if (session.user === undefined) return
  uploads ??= startUploadSession({
    ...{ config, requestDraw, announce, owner: session.user },
    accessToken: () => session.accessToken(),
    onSignedOut: signOut,
  })
}

function signOut(): void {
  uploads?.end()
  uploads = undefined
  session.signOut()
  announce('You are signed out. Uploads have stopped.')
  void requestDraw().then(() => document.querySelector<HTMLElement>('[data-action=sign-in]')?.focus())
}

await Promise.all([session.resume().catch(() => undefined), loadFont()])
startUploads()
await requestDraw()
