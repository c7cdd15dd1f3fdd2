import { updatePage } from './update-page.js'

/** The message while the emulator cannot be reached. */
export const STOPPED = 'The emulator is not running. Start it again to continue.'

/** Calls the control API, shows its error, and updates the page. Resets the form on success. */
export async function callControl(
  method: string,
  path: string,
  body?: BodyInit,
  form?: HTMLFormElement,
): Promise<void> {
  const response = await fetch(`/_emulator/${path}`, { method, ...(body !== undefined && { body }) }).catch(
    () => undefined,
  )
  if (!response) {
    showMessage(STOPPED, 'bad')
    return
  }
  const text = await response.text()
  if (response.ok) form?.reset()
  showMessage(response.ok ? '' : errorIn(text), 'bad')
  await updatePage()
}

/** Sends a form of the page to the control API. */
export async function sendForm(form: HTMLFormElement): Promise<void> {
  const data = new FormData(form)
  const { limits, newKey } = form.dataset
  if (limits !== undefined) {
    const path = `projects/${encodeURIComponent(limits)}`
    await callControl('PATCH', path, JSON.stringify(limitsIn(data)), form)
  }
  if (newKey !== undefined) {
    await callControl('POST', newKey, JSON.stringify({ secretKey: textIn(data, 'secretKey') }), form)
  }
  if (form.id === 'fault-form') await callControl('POST', 'faults', JSON.stringify(faultIn(data)))
  if (form.id === 'clock-form') {
    await callControl('POST', 'clock', JSON.stringify({ setMs: Date.parse(`${textIn(data, 'moment')}Z`) }))
  }
}

/** Shows a message at the bottom of the page; an empty one hides it. */
export function showMessage(text: string, kind: 'bad' | '' = ''): void {
  const message = document.querySelector('#message')
  if (!message) return
  message.className = kind
  message.textContent = text
}

/** Returns the message that is shown. */
export function shownMessage(): string {
  return document.querySelector('#message')?.textContent ?? ''
}

function errorIn(text: string): string {
  const json: unknown = JSON.parse(text === '' ? '{}' : text)
  const isError = typeof json === 'object' && json !== null && 'error' in json
  return isError && typeof json.error === 'string' ? json.error : 'The request failed.'
}

function limitsIn(data: FormData): object {
  const size = textIn(data, 'size')
  const types = textIn(data, 'types')
    .split(/[\s,;]+/)
    .filter((type) => type !== '')
  return {
    maxFileSizeBytes: size === '' ? null : Math.round(Number(size) * Number(data.get('unitBytes'))),
    allowedTypes: types.length === 0 ? null : types,
  }
}

function faultIn(data: FormData): object {
  const endpoint = textIn(data, 'endpoint')
  const effect: unknown = JSON.parse(textIn(data, 'effect'))
  return Object.assign({ times: Number(data.get('times')), ...(endpoint !== '' && { endpoint }) }, effect)
}

function textIn(data: FormData, name: string): string {
  const value = data.get(name)
  return typeof value === 'string' ? value : ''
}
