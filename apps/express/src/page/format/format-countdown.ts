import { formatDuration } from './format-duration.js'

/** Says how long it is until then. The last ten seconds come with tenths, so that one can see them pass. */
export function formatCountdown(milliseconds: number): string {
  return milliseconds < 9950
    ? `${(Math.max(0, milliseconds) / 1000).toFixed(1)} s`
    : formatDuration(milliseconds)
}
