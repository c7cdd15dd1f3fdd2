import type { Upload } from './upload.js'

/** Sums over all files, without canceled ones. */
export interface Totals {
  files: number
  unfinishedFiles: number
  doneFiles: number
  failedFiles: number
  bytes: number
  sentBytes: number
  bytesPerSecond: number
}

export function totalsOf(uploads: readonly Upload[]): Totals {
  const totals: Totals = {
    files: 0,
    unfinishedFiles: 0,
    doneFiles: 0,
    failedFiles: 0,
    bytes: 0,
    sentBytes: 0,
    bytesPerSecond: 0,
  }
  for (const { file, status } of uploads) {
    if (status.kind === 'canceled') continue
    totals.files++
    if (status.kind === 'failed') {
      totals.failedFiles++
      continue
    }
    totals.bytes += file.size
    if (status.kind === 'done') {
      totals.doneFiles++
      totals.sentBytes += file.size
      continue
    }
    totals.unfinishedFiles++
    if (status.kind === 'uploading') {
      totals.sentBytes += status.sentBytes
      totals.bytesPerSecond += status.bytesPerSecond ?? 0
    }
  }
  return totals
}
