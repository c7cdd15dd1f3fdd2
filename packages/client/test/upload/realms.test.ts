import { createContext, runInContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import type { UploadInput } from '../../src/index.js'
import { text, useStage } from '../use-stage.js'

const stage = await useStage()

/** Values of another realm fail `instanceof`. */
const foreign = (code: string): unknown => runInContext(code, createContext({}))

describe('values of other realms', () => {
  it('are uploaded: Uint8Array, and a File by its shape', async () => {
    const bytes = foreign('new Uint8Array([72, 101, 108, 108, 111])')
    expect(bytes instanceof Uint8Array).toBe(false)
    const inner = new Blob(['Hello'])
    const file = {
      name: 'framed.txt',
      type: 'text/plain',
      size: 5,
      slice: (from?: number, to?: number) => inner.slice(from, to),
      arrayBuffer: () => inner.arrayBuffer(),
    }
    for (const data of [bytes, file]) {
      expect(await stage.createClient().uploadFile(data as UploadInput)).toMatchObject({ size: 5 })
    }
  })

  it('cancel an upload: a signal by its shape', async () => {
    const { signal } = new AbortController()
    let listener: () => void = () => undefined
    const shaped = {
      aborted: false,
      addEventListener: (_: string, added: () => void) => (listener = added),
      removeEventListener: () => undefined,
    }
    stage.emulator.faults.add({ endpoint: 'base', until: new Promise(() => undefined) })
    const upload = stage.createClient().uploadFile(text(), { signal: shaped as unknown as typeof signal })
    await expect.poll(() => stage.emulator.journal.entries('base').length).toBe(1)
    shaped.aborted = true
    listener()
    await expect(upload).rejects.toMatchObject({ name: 'CancelError' })
  })

  it.each([
    [42, 'number'],
    [null, 'null'],
    [undefined, 'undefined'],
    [{}, 'Object'],
    [[new Blob(['x'])], 'Array'],
    [new Date(), 'Date'],
  ])('%o is a TypeError that names what was passed', async (data, name) => {
    await expect(stage.createClient().uploadFile(data as never)).rejects.toThrow(
      new RegExp(`Expected a File.*, got ${name}`),
    )
  })

  it('are a TypeError when text is neither a URL nor a UUID', async () => {
    await expect(stage.createClient().uploadFile('photo.jpg')).rejects.toThrow(/URL or a UUID.*"photo.jpg"/)
  })

  it.each([new Blob(['x']), 'https://example.com', { length: 1 }])(
    '%o is not a list of files',
    async (data) => {
      await expect(stage.createClient().uploadFiles(data as never)).rejects.toThrow(/array of files/)
      await expect(stage.createClient().uploadFileGroup(data as never)).rejects.toThrow(/array of files/)
    },
  )
})
