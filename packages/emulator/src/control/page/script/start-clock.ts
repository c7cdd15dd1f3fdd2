/** Shows the emulator's running time. */
export function startClock(): void {
  syncClock(document)
  setInterval(tick, 1000)
}

let offsetMs = 0

/** Reads the emulator's time from a rendered page. */
export function syncClock(rendered: Document): void {
  const nowMs = rendered.querySelector<HTMLElement>('[data-now-ms]')?.dataset['nowMs']
  offsetMs = Number(nowMs) - Date.now()
  tick()
}

function tick(): void {
  const time = document.querySelector('[data-now-ms]')
  const now = new Date(Date.now() + offsetMs)
  if (time && !Number.isNaN(now.getTime())) {
    time.textContent = `${now.toISOString().replace('T', ' ').slice(0, 19)} UTC`
  }
}
