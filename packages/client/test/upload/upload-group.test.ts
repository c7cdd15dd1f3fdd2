import { CancelError } from '@uploadcare/upload-client'
import { describe, expect, it } from 'vitest'
import { text, useStage } from '../use-stage.js'

const stage = await useStage()

describe('uploadFileGroup', () => {
  const files = (count: number): Buffer[] => Array.from({ length: count }, () => text(1000))

  it('uploads at most maxConcurrentRequests files at the same time', async () => {
    const group = await stage.createClient().uploadFileGroup(files(12))
    expect(group).toMatchObject({ filesCount: 12, totalSize: 12_000 })
    const most = Math.max(
      ...stage.emulator.journal.entries('base').map(({ concurrentRequests }) => concurrentRequests),
    )
    expect(most).toBeLessThanOrEqual(4)
  })

  it('refuses a group without files before a request is sent', async () => {
    await expect(stage.createClient().uploadFileGroup([])).rejects.toThrow(
      new TypeError('A group requires at least one file'),
    )
    expect(stage.emulator.journal.entries()).toHaveLength(0)
  })

  it('passes on metadata, which upload-client drops', async () => {
    const group = await stage.createClient().uploadFileGroup(files(2), { metadata: { user_id: '7' } })
    const info = await stage.createClient().info(group.files[0]?.uuid ?? '')
    expect(info.metadata).toEqual({ userId: '7' })
    expect(group.files.map(({ metadata }) => metadata)).toEqual([{ user_id: '7' }, { user_id: '7' }])
  })

  it('signs the group request with a token taken at the end', async () => {
    const client = stage.createClient()
    stage.issue.expiresIn = 2
    stage.emulator.faults.add({ endpoint: 'base', latencyMs: 1 })
    const promise = client.uploadFileGroup(files(1))
    await promise
    const [base] = stage.emulator.journal.entries('base')
    const [group] = stage.emulator.journal.entries('group')
    expect(Number(group?.expire)).toBeGreaterThanOrEqual(Number(base?.expire))
  })

  it('accepts UUIDs', async () => {
    const client = stage.createClient()
    const { uuid } = await client.uploadFile(text())
    expect(await client.uploadFileGroup([uuid, uuid])).toMatchObject({ filesCount: 2 })
  })

  it('reports progress that never decreases and ends at 1', async () => {
    const values: number[] = []
    stage.emulator.faults.add({ endpoint: 'base', drop: 'answer' })
    await stage.createClient().uploadFileGroup(files(5), {
      onProgress: (progress) => progress.isComputable && values.push(progress.value),
    })
    expect(values).toEqual([...values].sort((a, b) => a - b))
    expect(values.at(-1)).toBe(1)
  })

  it('rejects with CancelError when the signal aborts, whatever its reason', async () => {
    const controller = new AbortController()
    const hold = { endpoint: 'base', times: Infinity, latencyMs: 60_000 } as const
    stage.emulator.faults.add(hold)
    const group = stage.createClient().uploadFileGroup(files(2), { signal: controller.signal })
    await expect.poll(() => stage.emulator.journal.entries('base').length).toBe(2)
    controller.abort(new Error('a reason of the caller’s'))
    await expect(group).rejects.toBeInstanceOf(CancelError)
    const { signal } = controller
    await expect(stage.createClient().uploadFileGroup(files(1), { signal })).rejects.toBeInstanceOf(
      CancelError,
    )
  })

  it('stops the others when a file cannot be uploaded', async () => {
    stage.emulator.faults.add({ endpoint: 'base', refuse: 'FileTypeForbiddenError' })
    await expect(stage.createClient().uploadFileGroup(files(50))).rejects.toMatchObject({
      code: 'FileTypeForbiddenError',
    })
    expect(stage.emulator.journal.entries('base').length).toBeLessThan(10)
  })
})
