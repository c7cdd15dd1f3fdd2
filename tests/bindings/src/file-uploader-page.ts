import { createUploadRoutes, type UploadRoute } from '@secure-uploading/client/routes'
import { mount } from 'binding-under-test'
import type { defineRoutes } from './start-stage.js'

/** What the tests of File Uploader call in the page. */
export interface FileUploaderPage {
  outcomes: PromiseSettledResult<{ data: unknown }>[]
  failures: number
  unmount(): void
}

/** What the app of a binding shows. */
export interface FileUploaderProps {
  route: UploadRoute<unknown>
  settings: { baseUrl: string; cdnCname: string; qualityInsights: boolean }
  onCompleted: (outcomes: FileUploaderPage['outcomes']) => void
  onFailed: () => void
}

declare global {
  interface Window {
    emulatorUrl: string
    uploader: FileUploaderPage
  }
}

const routes = createUploadRoutes<ReturnType<typeof defineRoutes>>({ endpoint: '/api/uploads' })
const root = document.querySelector('#root')
if (!root) throw new Error('The page has no #root')
const props: FileUploaderProps = {
  // The test names the route in the address.
  route: window.location.hash === '#tagged' ? routes.route('tagged') : routes.route('files'),
  settings: { baseUrl: window.emulatorUrl, cdnCname: window.emulatorUrl, qualityInsights: false },
  onCompleted: (outcomes) => {
    window.uploader.outcomes = outcomes
  },
  onFailed: () => {
    window.uploader.failures++
  },
}
const mountUploader = mount as unknown as (element: Element, given: FileUploaderProps) => () => void
window.uploader = { outcomes: [], failures: 0, unmount: mountUploader(root, props) }
