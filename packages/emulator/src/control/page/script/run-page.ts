import { callControl, sendForm, showMessage, shownMessage, STOPPED } from './call-control.js'
import { startClock } from './start-clock.js'
import { updatePage } from './update-page.js'

// The script of the page. The server renders the page; the script calls the control API and loads the page again.

document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-method]') : null
  const { method, path, body, question } = button?.dataset ?? {}
  if (method === undefined || path === undefined) return
  if (question === undefined || confirm(question)) void callControl(method, path, body)
})

document.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLInputElement) || target.dataset['upload'] === undefined) return
  const form = new FormData()
  for (const file of target.files ?? []) form.append('file', file)
  showMessage('Uploading…')
  void callControl('POST', `files/${encodeURIComponent(target.dataset['upload'])}`, form)
})

document.addEventListener('submit', (event) => {
  event.preventDefault()
  if (event.target instanceof HTMLFormElement) void sendForm(event.target)
})

const events = new EventSource('/_emulator/events')
events.addEventListener('change', () => void updatePage())
events.addEventListener('error', () => {
  showMessage(STOPPED, 'bad')
})
// The browser reconnects automatically.
events.addEventListener('open', () => {
  if (shownMessage() !== STOPPED) return
  showMessage('')
  void updatePage()
})
startClock()
