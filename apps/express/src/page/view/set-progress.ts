/** Sets a progress bar to a share from 0 to 1. */
export function setProgress(progress: HTMLElement, bar: HTMLElement, share: number): void {
  progress.setAttribute('aria-valuenow', String(Math.round(share * 100)))
  bar.style.setProperty('--done', String(share))
}
