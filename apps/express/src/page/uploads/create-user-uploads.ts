import { isSecureUploadError } from '@secure-uploading/client'
import { createUploadQueue, type UploadItem, type UploadQueue } from '@secure-uploading/client/queue'
import { createUploadPanel, type Announce, type UploadPanel } from '@secure-uploading/demo-kit/panel'
import type { Transport } from './create-transport.js'

/** What the user uploads to: any file to the project, or attachments to an upload route. */
export type Target = 'files' | 'attachments'

/** The uploads of one user, from sign-in to sign-out. */
export interface UserUploads {
  readonly queues: Readonly<Record<Target, UploadQueue>>
  readonly panels: Readonly<Record<Target, UploadPanel>>
  /** Returns how many files are not uploaded yet. */
  unfinishedCount: () => number
  /** Shows the uploads that were not finished before the page was loaded. */
  restore: () => Promise<void>
  /** Stops all uploads and empties the lists, also the one that is kept for the next visit. */
  end: () => void
}

export interface UserUploadsOptions {
  transport: Transport
  userId: string
  requestDraw: () => Promise<void>
  announce: Announce
  note: (item: UploadItem) => string | undefined
  /** Called after each change of a queue. */
  onChange: () => void
  /** Called when an endpoint answered 401. */
  onSignedOut: () => void
}

/** Creates the queues of a user, and a panel for each. */
export function createUserUploads(options: UserUploadsOptions): UserUploads {
  const { transport, userId, onChange, onSignedOut, ...shared } = options
  const queues = {
    files: createUploadQueue({ client: transport.client, owner: userId }),
    attachments: createUploadQueue({ route: transport.attachments, owner: userId }),
  }
  const panels = {
    files: createUploadPanel({
      ...shared,
      queue: queues.files,
      hint: 'Any number of files of any type. Drop folders, or paste.',
    }),
    attachments: createUploadPanel({
      ...shared,
      queue: queues.attachments,
      accept: ['image/*', 'application/pdf'],
      hint: 'Images and PDF files, up to 5 MB each. Checked here before the upload, and by the server after it.',
    }),
  }
  const all = Object.values(queues)
  for (const queue of all) {
    queue.subscribe(() => {
      if (hasLostSession(queue)) onSignedOut()
      else onChange()
    })
  }

  return {
    queues,
    panels,
    unfinishedCount: () => all.reduce((sum, queue) => sum + unfinishedCountOf(queue), 0),
    async restore() {
      await Promise.all(all.map((queue) => queue.restore()))
    },
    end() {
      // Drops the tokens, which stay valid after the session, and empties the queues and what is stored of them.
      transport.client.tokenSource.clear()
      transport.attachments.tokenSource.clear()
      for (const panel of Object.values(panels)) panel.dispose()
      for (const queue of all) queue.destroy()
    },
  }
}

function hasLostSession(queue: UploadQueue): boolean {
  const { counts, items } = queue.getSnapshot()
  return (
    counts.failed > 0 && items.some(({ error }) => error && isSecureUploadError(error, 'ERR_UNAUTHENTICATED'))
  )
}

function unfinishedCountOf(queue: UploadQueue): number {
  const { items, counts } = queue.getSnapshot()
  return items.length - counts.uploaded - counts.rejected - counts.canceled
}
