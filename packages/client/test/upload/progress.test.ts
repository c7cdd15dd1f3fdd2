import { describe, expect, it } from 'vitest'
import { monotonicProgress } from '../../src/upload/monotonic-progress.js'
import { shareProgress } from '../../src/upload/share-progress.js'
import { MEBIBYTE, text, useStage } from '../use-stage.js'

const stage = await useStage()

type Report = Parameters<NonNullable<Parameters<typeof monotonicProgress>[0]['onProgress']>>[0]

const listen = (): { values: number[]; onProgress: (report: Report) => void } => {
  const values: number[] = []
  return { values, onProgress: (report) => report.isComputable && values.push(report.value) }
}

describe('progress', () => {
  it('of an empty batch ends at 1', async () => {
    const { values, onProgress } = listen()
    expect(await stage.createClient().uploadFiles([], { onProgress })).toEqual([])
    expect(values).toEqual([1])
  })

  it('ignores a 0-of-0 event, alone and in a batch', () => {
    const { values, onProgress } = listen()
    const monotonic = monotonicProgress({ onProgress }).onProgress
    const share = shareProgress(10, { onProgress })(10).onProgress
    for (const report of [monotonic, share]) {
      report?.({ isComputable: true, value: NaN })
      report?.({ isComputable: true, value: 0.5 })
      report?.({ isComputable: true, value: NaN })
      report?.({ isComputable: true, value: 1 })
    }
    expect(values).toEqual([0.5, 1, 0.5, 1])
  })

  it.each([
    ['an empty file', () => text(0)],
    ['a file of 16 KiB', () => text(16 * 1024)],
    ['a file of 1 MiB', () => text(MEBIBYTE)],
    ['a file in parts', () => text(11 * MEBIBYTE)],
    ['a File without bytes', () => new File([], 'empty.txt')],
  ])('of %s never decreases, is never NaN and ends at 1', async (_, data) => {
    const { values, onProgress } = listen()
    stage.emulator.faults.add({ endpoint: ['base', 'part'], drop: 'answer' })
    await stage.createClient().uploadFile(data(), { onProgress })
    expect(values).toEqual([...values].sort((one, other) => one - other))
    expect(values.every((value) => value >= 0 && value <= 1)).toBe(true)
    expect(values.at(-1)).toBe(1)
  })

  it('of a small file is 0 and 1', async () => {
    const { values, onProgress } = listen()
    await stage.createClient().uploadFile(text(), { onProgress })
    expect([...new Set(values)]).toEqual([0, 1])
  })

  it('of a batch with an empty file and a UUID ends at 1', async () => {
    const { uuid } = await stage.createClient().uploadFile(text())
    const { values, onProgress } = listen()
    await stage.createClient().uploadFiles([text(0), uuid, text(50_000)], { onProgress })
    expect(values).toEqual([...values].sort((one, other) => one - other))
    expect(values.at(-1)).toBe(1)
  })
})
