/** Shows a share from 0 to 1 on a progress bar. */
export function setProgress(progress: HTMLElement, bar: HTMLElement, share: number): void {
  progress.setAttribute('aria-valuenow', String(Math.round(share * 100)))
  bar.style.setProperty('--done', String(share))
}
