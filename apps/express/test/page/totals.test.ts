import { describe, expect, it } from 'vitest'
import { totalsOf } from '../../src/page/state/totals.js'
import type { Upload, UploadStatus } from '../../src/page/state/upload.js'

function upload(id: number, sizeBytes: number, status: UploadStatus): Upload {
  return { id, file: new File([new Uint8Array(sizeBytes)], `${id}.bin`), status }
}

describe('totalsOf', () => {
  it('sums finished, running and queued uploads', () => {
    expect(
      totalsOf([
        upload(1, 100, { kind: 'done', url: 'https://example.com/' }),
        upload(2, 200, { kind: 'uploading', sentBytes: 50, bytesPerSecond: 10 }),
        upload(3, 300, { kind: 'waiting' }),
      ]),
    ).toEqual({
      files: 3,
      unfinishedFiles: 2,
      doneFiles: 1,
      failedFiles: 0,
      bytes: 600,
      sentBytes: 150,
      bytesPerSecond: 10,
    })
  })

  it('counts failed files but not their bytes, and ignores canceled files', () => {
    const totals = totalsOf([
      upload(1, 100, { kind: 'failed', reason: '' }),
      upload(2, 9, { kind: 'canceled' }),
    ])
    expect(totals).toMatchObject({ files: 1, failedFiles: 1, bytes: 0 })
  })
})
