import { formatDuration } from '@secure-uploading/demo-kit/texts'

/** Formats the time that is left. The last ten seconds show tenths, so that the countdown visibly moves. */
export function formatCountdown(milliseconds: number): string {
  return milliseconds < 9950
    ? `${(Math.max(0, milliseconds) / 1000).toFixed(1)} s`
    : formatDuration(milliseconds)
}
