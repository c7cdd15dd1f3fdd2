import { describe, expect, it } from 'vitest'
import { createDropZone } from '../../src/drop-zone/index.js'

const queue = { add: () => [] }

describe('options of createDropZone', () => {
  it.each([
    [{ multipel: true }, 'Unknown option "multipel". Did you mean "multiple"?'],
    [{ accept: 'image/*' }, '"accept" must be an array of MIME types and file extensions'],
    [{ accept: [1] }, '"accept" must be an array of MIME types and file extensions'],
    [{ multiple: 'yes' }, '"multiple" must be true or false'],
    [{ directory: 1 }, '"directory" must be true or false'],
    [{ disabled: 'no' }, '"disabled" must be true or false'],
    [{ paste: 'document' }, '"paste" must be one of: focused, page, off'],
    [{ metadata: { album: 1 } }, '"metadata" must be an object of strings'],
    [{ onError: true }, '"onError" must be a function'],
  ])('throws a TypeError for %j', (options, message) => {
    expect(() => createDropZone(queue, options as object)).toThrow(new TypeError(message))
  })

  it('uses the default of an option that is undefined', () => {
    const zone = createDropZone(queue, { multiple: undefined, accept: undefined, paste: undefined })
    expect(zone.inputAttributes()).toEqual({ type: 'file', hidden: '', tabindex: -1, multiple: '' })
  })

  it('is set by an update', () => {
    const zone = createDropZone(queue)
    zone.update({ multiple: false, directory: true, accept: ['image/*'], disabled: true })
    expect(zone.inputAttributes()).toEqual({
      type: 'file',
      hidden: '',
      tabindex: -1,
      webkitdirectory: '',
      accept: 'image/*',
    })
    expect(zone.rootAttributes()).toEqual({ role: 'button', tabindex: -1, 'aria-disabled': 'true' })
  })

  it('is read on a server without a DOM', () => {
    expect(typeof document).toBe('undefined')
    expect(createDropZone(queue).getSnapshot()).toEqual({ isDragActive: false })
  })
})
