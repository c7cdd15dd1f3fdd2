import { countOf, createAnnouncer, createDraw } from '@secure-uploading/demo-kit/panel'
import { html, render, type TemplateResult } from 'lit-html'
import type { DemoConfig } from './server/demo-config.js'
import type { DemoServer } from './server/demo-server.js'
import { createSession } from './session/create-session.js'
import type { SessionState } from './state/session-state.js'
import { NO_TOKENS_YET } from './state/token-state.js'
import { afterEvent } from './tokens/after-event.js'
import { withEntry } from './tokens/with-entry.js'
import { createOwnerNotes } from './uploads/create-owner-notes.js'
import { createTransport } from './uploads/create-transport.js'
import { createUserUploads, type Target, type UserUploads } from './uploads/create-user-uploads.js'
import { takeStrayDrops } from './uploads/take-stray-drops.js'
import { pageView } from './view/page-view.js'
import { samplesView } from './view/samples-view.js'
import { signInView, unreachableView } from './view/sign-in-view.js'
import { targetsView } from './view/targets-view.js'

const TICK_MS = 100

/** Assembles the page: the session, the uploads of its user, and the view of both. */
export async function startPage(
  server: DemoServer,
  config: DemoConfig,
  initial: SessionState,
): Promise<void> {
  let tokens = NO_TOKENS_YET
  let target: Target = 'files'
  let uploads: UserUploads | undefined
  const requestDraw = createDraw(draw)
  const announce = createAnnouncer()
  const transport = createTransport(config, (event) => {
    tokens = afterEvent(tokens, event)
    void requestDraw()
  })
  const sources = {
    files: transport.client.tokenSource,
    attachments: transport.attachments.tokenSource,
  }
  const session = createSession(server, initial, Object.values(sources), onSession)
  const owners = createOwnerNotes(server.readOwners, () => void requestDraw())

  function onSession(): void {
    const { state } = session
    if (state.kind === 'signed-in') uploads ??= startUploads(state.userName)
    else if (uploads) {
      uploads.end()
      uploads = undefined
      announce('You are signed out. Uploads have stopped.')
    }
    void requestDraw()
  }

  function startUploads(userId: string): UserUploads {
    const started = createUserUploads({
      ...{ transport, userId, requestDraw, announce, note: owners.noteOf },
      onChange() {
        if (config.hasWebhook) {
          owners.update(Object.values(started.queues).flatMap((queue) => queue.getSnapshot().items))
        }
      },
      onSignedOut() {
        const count = started.unfinishedCount()
        session.end(`Your session has ended, and ${countOf(count, 'file')} could not be uploaded.`)
      },
    })
    return started
  }

  function note(text: string): void {
    tokens = withEntry(tokens, 'plain', text)
    announce(`${text}.`)
    void requestDraw()
  }

  async function signIn(): Promise<void> {
    await session.signIn()
    if (session.state.kind !== 'signed-in') return
    announce('You are signed in.')
    choose('files')
    uploads?.panels.files.focus()
  }

  async function signOut(): Promise<void> {
    const signedOut = session.signOut()
    await requestDraw()
    document.querySelector<HTMLElement>('[data-action=sign-in]')?.focus()
    await signedOut
  }

  async function chooseShortTokens(isOn: boolean): Promise<void> {
    await session.chooseShortTokens(isOn)
    if (session.state.kind !== 'signed-in') return
    note(`New tokens are valid for ${isOn ? '5 seconds' : 'half an hour'}`)
  }

  async function rotateSecretKey(): Promise<void> {
    if (await session.rotateSecretKey()) {
      note('The project has a new secret key: all existing tokens are refused')
    }
  }

  function choose(chosen: Target): void {
    target = chosen
    uploads?.panels.files.setPaste(chosen === 'files')
    uploads?.panels.attachments.setPaste(chosen === 'attachments')
    void requestDraw()
  }

  function contentView(): TemplateResult {
    const { state } = session
    if (state.kind === 'unreachable') return unreachableView(() => void session.reconnect())
    if (state.kind === 'signed-out' || !uploads) {
      return signInView(() => void signIn(), state.kind === 'signed-out' ? state.reason : undefined)
    }
    const extra = target === 'attachments' ? samplesView(uploads.queues.attachments) : undefined
    return html`${targetsView(target, choose)}${uploads.panels[target].view(extra)}`
  }

  function draw(): void {
    render(
      pageView({
        session: session.state,
        destination: config.uploadUrl === undefined ? 'Uploadcare' : 'the emulator',
        tokens,
        tokenSource: sources[target],
        signOut: () => void signOut(),
        content: contentView(),
        chooseShortTokens: (isOn) => void chooseShortTokens(isOn),
        rotateSecretKey: config.canRotateSecretKey ? () => void rotateSecretKey() : undefined,
      }),
      document.body,
    )
  }

  takeStrayDrops(() => {
    if (session.state.kind !== 'signed-in') announce('Sign in to upload files.')
  })
  window.addEventListener('beforeunload', (event) => {
    const isSending = Object.values(uploads?.queues ?? {}).some(
      (queue) => queue.getSnapshot().status === 'uploading',
    )
    if (isSending) event.preventDefault()
  })
  setInterval(() => void requestDraw(), TICK_MS)
  onSession()
  choose('files')
  await uploads?.restore()
}
