import { SecureUploadError } from '@secure-uploading/client'
import type { UploadItem, UploadItemStatus, UploadQueueState } from '@secure-uploading/client/queue'
import { describeTotals, describeUpload, summarizeUploads } from '@secure-uploading/demo-kit/texts'
import { describe, expect, it } from 'vitest'

const item = (changes: Partial<UploadItem>): UploadItem => ({
  ...{ id: '1', name: 'film.mov', sizeBytes: 2_000_000, type: 'video/quicktime', status: 'queued' },
  ...{ progress: 0, sentBytes: 0, bytesPerSecond: 0 },
  ...changes,
})

function state(
  statuses: readonly UploadItemStatus[],
  changes: Partial<UploadQueueState> = {},
): UploadQueueState {
  const items = statuses.map((status, index) => item({ id: String(index), status }))
  const count = (wanted: UploadItemStatus): number => statuses.filter((status) => status === wanted).length
  return {
    ...{ items, status: 'idle', progress: 0, sentBytes: 0, totalBytes: 0, bytesPerSecond: 0 },
    counts: {
      ...{ rejected: count('rejected'), 'needs-file': count('needs-file'), queued: count('queued') },
      ...{ uploading: count('uploading'), processing: count('processing'), paused: count('paused') },
      ...{ waiting: count('waiting'), failed: count('failed'), canceled: count('canceled') },
      uploaded: count('uploaded'),
    },
    ...changes,
  }
}

const waitingUntil = (retryAtMs: number, what: 'upload' | 'token' | 'completion'): Partial<UploadItem> => ({
  status: 'waiting',
  waitingFor: { reason: 'retry', what, retryAtMs },
})

describe('the line of a file', () => {
  it.each([
    [{ status: 'queued' }, '2 MB · Queued'],
    [{ status: 'uploading' }, '2 MB · Starting'],
    [{ status: 'uploading', sentBytes: 1, progress: 0.439 }, '2 MB · 43%'],
    [
      { status: 'uploading', sentBytes: 1, progress: 0.999, bytesPerSecond: 2_100_000, secondsLeft: 5 },
      '2 MB · 99%, 2.1 MB/s, 5 s left',
    ],
    [{ status: 'uploading', sentBytes: 2, progress: 1, bytesPerSecond: 9 }, '2 MB · Checking the file'],
    [{ status: 'processing' }, '2 MB · Checking the file'],
    [{ status: 'paused' }, '2 MB · Paused'],
    [{ status: 'paused', sentBytes: 1, progress: 0.4 }, '2 MB · Paused at 40%'],
    [waitingUntil(4000, 'upload'), '2 MB · Retrying in 4 s'],
    [waitingUntil(-4000, 'upload'), '2 MB · Retrying in 1 s'],
    [waitingUntil(4000, 'token'), '2 MB · Waiting for the server. Retrying in 4 s'],
    [waitingUntil(4000, 'completion'), '2 MB · Waiting for the server to accept the file. Retrying in 4 s'],
    [{ status: 'needs-file' }, '2 MB · Choose the file again to continue'],
    [{ status: 'canceled' }, '2 MB · Canceled'],
    [{ status: 'uploaded' }, '2 MB · Uploaded'],
    [{ status: 'uploaded', sizeBytes: 0 }, 'Uploaded, but this file is empty (0 bytes)'],
    [
      { status: 'failed', error: new Error('The server is full. Try later.') },
      'The server is full. Try later.',
    ],
  ] satisfies [Partial<UploadItem>, string][])('of %j is "%s"', (changes, text) => {
    expect(describeUpload(item(changes), 0)).toBe(text)
  })

  it('of an offline file shows neither a speed nor that the upload finishes', () => {
    const waiting = item({
      status: 'waiting',
      progress: 1,
      sentBytes: 2_000_000,
      waitingFor: { reason: 'network' },
    })
    expect(describeUpload(waiting, 0)).toBe('2 MB · Waiting for the network')
  })

  it('of a file that is too large has readable sizes', () => {
    const error = new SecureUploadError('ERR_FILE_TOO_LARGE', 'The file has 6000000 bytes.', {
      data: { maxBytes: 5_000_000, sizeBytes: 6_000_000 },
    })
    expect(describeUpload(item({ status: 'rejected', error }), 0)).toBe(
      'The file has 6 MB, and at most 5 MB are accepted. Choose a smaller file.',
    )
  })
})

describe('the summary of all files', () => {
  it('counts failed, rejected and canceled files apart from those that are uploaded', () => {
    expect(summarizeUploads(state(['uploaded', 'uploaded', 'canceled', 'canceled']))).toBe(
      '2 of 4 uploaded, 2 canceled',
    )
    expect(summarizeUploads(state(['uploaded', 'failed', 'rejected', 'canceled', 'needs-file']))).toBe(
      '1 of 5 uploaded, 1 failed, 1 rejected, 1 canceled, 1 waits for its file',
    )
    expect(summarizeUploads(state(['uploaded', 'uploading', 'queued']))).toBe('1 of 3 uploaded')
  })

  it('shows speed and time left only while files are sent', () => {
    const sending = { sentBytes: 1_000_000, totalBytes: 4_000_000, bytesPerSecond: 500_000, secondsLeft: 6 }
    const text = (status: UploadQueueState['status']): string =>
      describeTotals(state(['uploaded'], { ...sending, status }))
    expect(text('uploading')).toBe('1 MB of 4 MB · 500 kB/s · 6 s left')
    expect(text('paused')).toBe('Paused · 1 MB of 4 MB')
    expect(text('offline')).toBe('Offline. Uploads continue when the network is back.')
    expect(text('idle')).toBe('1 MB')
    expect(describeTotals(state(['failed']))).toBe('')
  })
})
