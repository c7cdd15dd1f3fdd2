import type { UploadQueue, UploadQueueSettings } from '@secure-uploading/client/queue'
import { createUploadRoutes } from '@secure-uploading/client/routes'
import type { DropZoneOptions } from '@secure-uploading/client/drop-zone'
import { mount } from 'binding-under-test'
import type { defineRoutes } from './start-stage.js'

/** What the tests call in the page. */
export interface PageUnderTest {
  start(route: 'avatar' | 'files', settings?: Partial<UploadQueueSettings>, zone?: DropZoneOptions): void
  unmount(): void
  signOut(): void
  /** How many times the row of each file has rendered. */
  renders: Record<string, number>
  queue?: UploadQueue<unknown>
}

declare global {
  interface Window {
    emulatorUrl: string
    app: PageUnderTest
  }
}

const routes = createUploadRoutes<ReturnType<typeof defineRoutes>>({
  endpoint: '/api/uploads',
  baseURL: window.emulatorUrl,
})
let end = (): void => undefined

window.app = {
  renders: {},
  start(route, settings = {}, zone = {}) {
    const root = document.querySelector('#root')
    if (!root) throw new Error('The page has no #root')
    end = mount(root, {
      options: { route: routes.route(route), ...settings },
      zone,
      onRowRender: (name) => {
        window.app.renders[name] = (window.app.renders[name] ?? 0) + 1
      },
      onQueue: (queue) => {
        window.app.queue = queue
      },
    })
  },
  unmount() {
    end()
  },
  signOut() {
    routes.clear()
  },
}
