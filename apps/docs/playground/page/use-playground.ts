import { createUploadQueue, type UploadQueue, type UploadQueueState } from '@secure-uploading/client/queue'
import { onMounted, onScopeDispose, reactive, shallowRef, watch, type ShallowRef } from 'vue'
import { withBase } from 'vitepress'
import type { PageMessage } from '../protocol/messages.js'
import { DEFAULT_SETTINGS, type Settings } from '../protocol/settings.js'
import { EMPTY_ACTIVITY, withExchange, withNote, withStart, type Activity } from './activity.js'
import { connectWorker, hasServiceWorkers, wasLoadedElsewhere, type Connection } from './connect-worker.js'
import { createUploadClient } from './create-upload-client.js'
import { describeEvent } from './describe-event.js'
import { setDeviceOffline } from './device-state.js'
import { SWITCHES } from './switches.js'

export interface Playground {
  status: ShallowRef<'starting' | 'unsupported' | 'failed' | 'ready'>
  settings: Settings
  activity: ShallowRef<Activity>
  uploads: ShallowRef<UploadQueueState | undefined>
  queue: () => UploadQueue | undefined
  rotate(): void
  restart(): void
  clearActivity(): void
}

/** Starts the backend in a service worker, and a client and a queue that upload to it. */
export function usePlayground(): Playground {
  const status = shallowRef<'starting' | 'unsupported' | 'failed' | 'ready'>('starting')
  const settings = reactive({ ...DEFAULT_SETTINGS })
  const activity = shallowRef(EMPTY_ACTIVITY)
  const uploads = shallowRef<UploadQueueState>()
  let connection: Connection | undefined
  let queue: UploadQueue | undefined
  const cleanups: (() => void)[] = []

  const note = (by: 'client' | 'visitor', text: string): void => {
    activity.value = withNote(activity.value, by, text)
  }

  async function start(): Promise<void> {
    const base = withBase('/')
    if (wasLoadedElsewhere(base)) {
      location.reload()
      return
    }
    connection = await connectWorker(base)
    cleanups.push(
      connection.onMessage((message) => {
        activity.value =
          message.type === 'started'
            ? withStart(activity.value)
            : withExchange(activity.value, message.exchange)
      }),
    )
    await connection.send({ type: 'settings', settings: { ...settings } })
    const client = createUploadClient({
      siteUrl: new URL(base, location.href).href,
      settings: () => settings,
      onEvent: (event) => {
        note('client', describeEvent(event))
      },
    })
    const created = createUploadQueue({ client })
    cleanups.push(
      created.subscribe(() => {
        uploads.value = created.getSnapshot()
      }),
      () => {
        created.destroy()
      },
    )
    queue = created
    uploads.value = created.getSnapshot()
    status.value = 'ready'
  }

  onMounted(() => {
    if (!hasServiceWorkers()) status.value = 'unsupported'
    else
      start().catch((error: unknown) => {
        console.error(error)
        status.value = 'failed'
      })
  })
  watch(
    () => ({ ...settings }),
    (next, before) => {
      for (const { name, label } of SWITCHES)
        if (next[name] !== before[name])
          note('visitor', `You switched ${next[name] ? 'on' : 'off'}: ${label}.`)
      // The client repeats its requests when the device is online, so the worker must be online before.
      void send({ type: 'settings', settings: next }).then(() => {
        setDeviceOffline(next.isOffline)
      })
    },
  )
  onScopeDispose(() => {
    setDeviceOffline(false)
    for (const cleanup of cleanups) cleanup()
  })

  async function send(message: PageMessage): Promise<void> {
    await connection?.send(message).catch(console.error)
  }

  return {
    status,
    settings,
    activity,
    uploads,
    queue: () => queue,
    rotate() {
      note('visitor', 'You replaced the secret key. Earlier tokens are refused.')
      void send({ type: 'rotate' })
    },
    restart() {
      void send({ type: 'restart' })
    },
    clearActivity() {
      activity.value = { ...activity.value, entries: [] }
    },
  }
}
