import { createTokenSource, type ClientEvent } from '@secure-uploading/client'
import type { DemoConfig } from './server/demo-config.js'
import type { DemoServer } from './server/demo-server.js'
import { createSessionActions } from './session/create-session-actions.js'
import { createStore, type Store } from './state/create-store.js'
import type { SessionState } from './state/session-state.js'
import { NO_TOKENS_YET } from './state/token-state.js'
import type { Upload } from './state/upload.js'
import { afterEvent } from './tokens/after-event.js'
import { withEntry } from './tokens/with-entry.js'
import { announceUploads } from './uploads/announce-uploads.js'
import { createUploadClient } from './uploads/create-upload-client.js'
import { createUploads } from './uploads/create-uploads.js'
import { warnBeforeLeaving } from './uploads/warn-before-leaving.js'
import { createAnnouncer } from './view/create-announcer.js'
import { mountActivity } from './view/mount-activity.js'
import { mountDropZone } from './view/mount-drop-zone.js'
import { mountExperiments } from './view/mount-experiments.js'
import { mountFileList } from './view/mount-file-list.js'
import { mountSession } from './view/mount-session.js'
import { mountTokenCard } from './view/mount-token-card.js'
import { mountTotals } from './view/mount-totals.js'
import { part } from './view/part.js'

const CONCURRENT_FILES = 4

/** Assembles the page: the token source, the uploads and their views. */
export function startPage(server: DemoServer, config: DemoConfig, session: Store<SessionState>): void {
  const uploadList = createStore<readonly Upload[]>([])
  const tokens = createStore(NO_TOKENS_YET)
  const announce = createAnnouncer(part(document, 'announcer', HTMLElement))

  const onEvent = (event: ClientEvent): void => {
    tokens.set(afterEvent(tokens.get(), event))
  }
  const tokenSource = createTokenSource({ endpoint: '/api/upload-token', onEvent })
  const uploads = createUploads({
    client: createUploadClient(tokenSource, onEvent, config),
    store: uploadList,
    concurrency: CONCURRENT_FILES,
    onSignedOut: () => {
      actions.onSignedOut()
    },
  })
  const note = (text: string): void => {
    tokens.set(withEntry(tokens.get(), 'plain', text))
    announce(`${text}.`)
  }
  const actions = createSessionActions({ server, session, tokenSource, uploads, note, announce })

  part(document, 'destination', HTMLElement).textContent = config.uploadUrl ? 'the emulator' : 'Uploadcare'
  mountSession(session, actions)
  mountDropZone(session, (files) => {
    if (session.get().kind === 'signed-in') uploads.add(files)
    else announce('Sign in to upload files.')
  })
  mountTotals(uploadList, uploads)
  mountFileList(uploadList, uploads)
  mountTokenCard(tokens, tokenSource)
  mountActivity(tokens)
  mountExperiments(session, tokens, {
    chooseShortTokens: actions.chooseShortTokens,
    refuseToken: config.canRotateSecretKey ? actions.rotateSecretKey : undefined,
  })
  announceUploads(uploadList, announce)
  warnBeforeLeaving(uploadList)
}
