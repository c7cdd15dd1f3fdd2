/**
 * What runs in the page. It is sent there as its own source, so it may refer to nothing outside itself.
 * The server renders; this calls the control, and after each change puts in what the server renders by then.
 */
export function runPage(): void {
  const message = document.querySelector('#message')
  let clockOffsetMs = 0
  let isLooking = false
  let hasChanged = false

  async function call(method: string, path: string, body?: BodyInit, form?: HTMLFormElement): Promise<void> {
    const response = await fetch(`/_emulator/${path}`, { method, ...(body !== undefined && { body }) })
    const text = await response.text()
    if (response.ok) form?.reset()
    say(response.ok ? '' : errorIn(text), 'bad')
    await look()
  }

  function errorIn(text: string): string {
    const json: unknown = JSON.parse(text === '' ? '{}' : text)
    const isError = typeof json === 'object' && json !== null && 'error' in json
    return isError && typeof json.error === 'string' ? json.error : 'That did not work.'
  }

  function say(text: string, kind: 'bad' | '' = ''): void {
    if (!message) return
    message.className = kind
    message.textContent = text
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
      if (!shown) continue
      carryOver(shown, rendered)
      if (shown.outerHTML === fresh.outerHTML) continue
      const focused = shown.contains(document.activeElement) ? document.activeElement : null
      const caret = focused instanceof HTMLInputElement ? focused.selectionStart : null
      shown.replaceWith(fresh)
      if (!focused) continue
      // What was focused may be gone: then its surroundings are, so that the Tab key goes on from there.
      const successor = document.getElementById(focused.id) ?? fresh
      successor.focus()
      if (successor instanceof HTMLInputElement && caret !== null) successor.setSelectionRange(caret, caret)
    }
    setClock(rendered)
  }

  /** Takes along what only the page knows: what is being typed or chosen, and what is unfolded. */
  function carryOver(shown: Element, rendered: Document): void {
    for (const old of shown.querySelectorAll('input, select, details')) {
      const fresh = rendered.getElementById(old.id)
      if (old instanceof HTMLDetailsElement && fresh instanceof HTMLDetailsElement) fresh.open = old.open
      if (old instanceof HTMLInputElement && fresh instanceof HTMLInputElement && old.type !== 'file') {
        if (old.value !== old.defaultValue) fresh.value = old.value
      }
      if (old instanceof HTMLSelectElement && fresh instanceof HTMLSelectElement) {
        if ([...old.options].some((option) => option.selected !== option.defaultSelected))
          fresh.value = old.value
      }
    }
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
    const form = event.target
    const data = new FormData(form)
    const { limits, newKey } = form.dataset
    if (limits !== undefined) saveLimits(limits, data, form)
    if (newKey !== undefined) {
      void call('POST', newKey, JSON.stringify({ secretKey: text(data, 'secretKey') }), form)
    }
    if (form.id === 'fault-form') addFault(data)
    if (form.id === 'clock-form') {
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

  function saveLimits(publicKey: string, data: FormData, form: HTMLFormElement): void {
    const size = text(data, 'size')
    const types = text(data, 'types')
      .split(/[\s,;]+/)
      .filter((type) => type !== '')
    const limits = {
      maxFileSizeBytes: size === '' ? null : Math.round(Number(size) * Number(data.get('unitBytes'))),
      allowedTypes: types.length === 0 ? null : types,
    }
    void call('PATCH', `projects/${encodeURIComponent(publicKey)}`, JSON.stringify(limits), form)
  }

  new EventSource('/_emulator/events').addEventListener('change', () => void look())
  setInterval(tick, 1000)
  setClock(document)
}
