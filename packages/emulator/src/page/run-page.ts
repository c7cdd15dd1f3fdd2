/**
 * What runs in the page. It is sent there as its own source, so it may refer to nothing outside itself.
 * The server renders; this calls the control, and after each change puts in what the server renders by then.
 */
export function runPage(): void {
  const message = document.querySelector('#message')
  let clockOffsetMs = 0
  let isLooking = false
  let hasChanged = false

  async function call(method: string, path: string, body?: BodyInit): Promise<void> {
    const response = await fetch(`/_emulator/${path}`, { method, ...(body !== undefined && { body }) })
    const text = await response.text()
    say(response.ok ? '' : errorIn(text))
    await look()
  }

  function errorIn(text: string): string {
    const json: unknown = JSON.parse(text === '' ? '{}' : text)
    const isError = typeof json === 'object' && json !== null && 'error' in json
    return isError && typeof json.error === 'string' ? json.error : 'That did not work.'
  }

  function say(text: string): void {
    if (message) message.textContent = text
  }

  /** Fetches the page once more; a change that comes meanwhile is looked at afterwards. */
  async function look(): Promise<void> {
    hasChanged = true
    if (isLooking) return
    isLooking = true
    while (hasChanged) {
      hasChanged = false
      const html = await fetch('/_emulator/').then(async (response) => response.text())
      replace(new DOMParser().parseFromString(html, 'text/html'))
    }
    isLooking = false
  }

  function replace(rendered: Document): void {
    for (const fresh of rendered.querySelectorAll<HTMLElement>('[data-live]')) {
      const shown = document.querySelector(`[data-live="${fresh.dataset['live'] ?? ''}"]`)
      if (!shown || shown.outerHTML === fresh.outerHTML) continue
      const focused = shown.contains(document.activeElement) ? document.activeElement?.id : undefined
      shown.replaceWith(fresh)
      if (focused) document.getElementById(focused)?.focus()
    }
    setClock(rendered)
  }

  function setClock(source: Document): void {
    const nowMs = source.querySelector<HTMLElement>('[data-now-ms]')?.dataset['nowMs']
    clockOffsetMs = Number(nowMs) - Date.now()
    tick()
  }

  function tick(): void {
    const time = document.querySelector('[data-now-ms]')
    const now = new Date(Date.now() + clockOffsetMs)
    if (time && !Number.isNaN(now.getTime())) {
      time.textContent = `${now.toISOString().replace('T', ' ').slice(0, 19)} UTC`
    }
  }

  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-method]') : null
    const { method, path, body } = button?.dataset ?? {}
    if (method !== undefined && path !== undefined) void call(method, path, body)
  })

  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.dataset['upload'] === undefined) return
    const form = new FormData()
    for (const file of target.files ?? []) form.append('file', file)
    say('Uploading…')
    void call('POST', `files/${encodeURIComponent(target.dataset['upload'])}`, form)
  })

  document.addEventListener('submit', (event) => {
    event.preventDefault()
    if (!(event.target instanceof HTMLFormElement)) return
    const data = new FormData(event.target)
    if (event.target.id === 'fault-form') addFault(data)
    if (event.target.id === 'clock-form') {
      void call('POST', 'clock', JSON.stringify({ setMs: Date.parse(`${text(data, 'moment')}Z`) }))
    }
  })

  function text(data: FormData, name: string): string {
    const value = data.get(name)
    return typeof value === 'string' ? value : ''
  }

  function addFault(data: FormData): void {
    const endpoint = text(data, 'endpoint')
    const effect: unknown = JSON.parse(text(data, 'effect'))
    const target = { times: Number(data.get('times')), ...(endpoint !== '' && { endpoint }) }
    void call('POST', 'faults', JSON.stringify(Object.assign(target, effect)))
  }

  new EventSource('/_emulator/events').addEventListener('change', () => void look())
  setInterval(tick, 1000)
  setClock(document)
}
