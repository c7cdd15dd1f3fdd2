import { describeInChromium } from '@secure-uploading/tooling/chromium'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { useZone } from './open-zone.js'

const isActive = (page: Page): Promise<boolean> => page.evaluate(() => window.zone.getSnapshot().isDragActive)

/** Pastes a file into the focused element, with the text that other programs put beside it. */
const paste = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const clipboardData = new DataTransfer()
    clipboardData.items.add(new File(['1'], 'pasted.png', { type: 'image/png' }))
    clipboardData.setData('text/plain', 'pasted')
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(event)
    return event.defaultPrevented
  })

describeInChromium('createDropZone', () => {
  const zones = useZone()

  it('adds dropped files in their order', async () => {
    const { drag, added } = await zones.open()
    await drag(['b.heic', 'a.txt'], '#zone')
    await expect.poll(added).toEqual([['b.heic', 'a.txt']])
  })

  it('adds the files of dropped folders and leaves out the files of the operating system', async () => {
    const { drag, added } = await zones.open()
    await drag(['a.txt', 'trip'], '#zone')
    await expect.poll(async () => (await added()).flat().sort()).toEqual(['a.txt', 'c.txt', 'd.txt'])
  })

  it('adds the other files and reports the error when one dropped file cannot be read', async () => {
    const { page, added } = await zones.open()
    await page.evaluate(() => {
      const file = new File(['1'], 'good.txt')
      const items = [
        { kind: 'file', getAsFile: () => null },
        { kind: 'string' },
        { kind: 'file', getAsFile: () => file },
      ]
      const event = new Event('drop', { bubbles: true, cancelable: true })
      Object.assign(event, { dataTransfer: { types: ['Files'], items, files: [] } })
      document.querySelector('#zone')?.dispatchEvent(event)
    })
    await expect.poll(added).toEqual([['good.txt']])
    expect(await page.evaluate(() => window.errors)).toEqual([
      'UnexpectedObjectError: DataTransferItem is not a file',
    ])
  })

  it('adds files of a drop event without items, as Testing Library sends it', async () => {
    const { page, added } = await zones.open()
    await page.evaluate(() => {
      const event = new Event('drop', { bubbles: true, cancelable: true })
      const files = [new File(['1'], 'listed.txt')]
      Object.assign(event, { dataTransfer: { types: ['Files'], files } })
      document.querySelector('#zone')?.dispatchEvent(event)
    })
    await expect.poll(added).toEqual([['listed.txt']])
  })

  it('is active while files are dragged over the zone or an element in it', async () => {
    const { page, drag } = await zones.open()
    await drag(['a.txt'], '#zone span', 'over')
    expect(await isActive(page)).toBe(true)
    await drag(['a.txt'], '#zone button', 'over')
    expect(await isActive(page)).toBe(true)
    await drag(['a.txt'], '#outside', 'over')
    expect(await isActive(page)).toBe(false)
  })

  it('is no longer active when the drag leaves after the element under the pointer was removed', async () => {
    const { page, drag } = await zones.open()
    await drag(['a.txt'], '#zone span', 'over')
    await page.evaluate(() => document.querySelector('#zone span')?.remove())
    await drag(['a.txt'], '#outside', 'over')
    expect(await isActive(page)).toBe(false)
  })

  it('is no longer active when the drag leaves the window or ends with Escape', async () => {
    const { page, drag } = await zones.open()
    await drag(['a.txt'], '#zone span', 'over')
    // Over CDP no drag can leave the window. Browsers then send this event to the entered element.
    await page.evaluate(() => {
      document.querySelector('#zone span')?.dispatchEvent(new DragEvent('dragleave', { bubbles: true }))
    })
    expect(await isActive(page)).toBe(false)
  })

  it('notifies once per change of its state, with the same snapshot in between', async () => {
    const { page, drag } = await zones.open()
    await page.evaluate(() => {
      window.added = []
      window.zone.subscribe(() => window.added.push([String(window.zone.getSnapshot().isDragActive)]))
    })
    await drag(['a.txt'], '#zone span', 'over')
    await drag(['a.txt'], '#zone button', 'over')
    expect(await page.evaluate(() => window.zone.getSnapshot() === window.zone.getSnapshot())).toBe(true)
    await drag(['a.txt'], '#zone', 'drop')
    await expect.poll(() => page.evaluate(() => window.added)).toEqual([['true'], ['false'], ['a.txt']])
  })

  it('adds no folder that is still being read when the queue is emptied, and what is dropped after it', async () => {
    const { page, drag, added } = await zones.open()
    await page.evaluate(() => {
      const isReleased = new Promise((resolve) => {
        window.addEventListener('release', resolve)
      })
      const { prototype } = DataTransferItem
      const getEntry = { ...Object.getOwnPropertyDescriptor(prototype, 'webkitGetAsEntry') }
      prototype.webkitGetAsEntry = function () {
        const entry = (getEntry.value as () => FileSystemEntry | null).call(this)
        if (!entry?.isDirectory) return entry
        const folder = entry as FileSystemDirectoryEntry
        const reader = folder.createReader()
        const read = reader.readEntries.bind(reader)
        reader.readEntries = (...callbacks) => void isReleased.then(() => read(...callbacks))
        folder.createReader = () => reader
        return folder
      }
    })
    await drag(['trip'], '#zone')
    await page.evaluate(() => {
      window.session.abort()
      window.session = new AbortController()
    })
    await drag(['trip', 'a.txt'], '#zone')
    await page.evaluate(() => window.dispatchEvent(new Event('release')))
    await expect.poll(async () => (await added()).length).toBe(1)
    expect((await added())[0]).toContain('a.txt')
    await drag(['b.heic'], '#zone')
    await expect.poll(async () => (await added()).slice(1)).toEqual([['b.heic']])
  })

  it('adds a folder with the metadata of the moment in which it was dropped', async () => {
    const { page, drag } = await zones.open({ metadata: { album: 'summer' } })
    const albums = await page.evaluateHandle(() => {
      const seen: unknown[] = []
      const zone = window.dropZone.createDropZone(
        { add: (_, { metadata }) => seen.push(metadata?.['album']) },
        { metadata: { album: 'summer' } },
      )
      const element = document.querySelector<HTMLElement>('#outside')
      if (element) zone.attach(element)
      element?.addEventListener('drop', () => zone.update({ metadata: { album: 'winter' } }))
      return seen
    })
    await drag(['trip'], '#outside')
    await expect.poll(() => albums.jsonValue()).toEqual(['summer'])
  })

  it('keeps the page when a file is dropped beside the zone', async () => {
    const { page, drag, added } = await zones.open()
    await drag(['a.txt'], '#outside')
    await drag(['b.heic'], '#zone')
    await expect.poll(added).toEqual([['b.heic']])
    expect(page.url()).toBe('http://zone.test/')
  })

  it('ignores an image of the page that is dragged over the zone', async () => {
    const { page } = await zones.open()
    const states = await page.evaluate(() => {
      const drag = (type: string): boolean => {
        const dataTransfer = new DataTransfer()
        dataTransfer.items.add(new File(['1'], 'of-page.png'))
        const zone = document.querySelector('#zone')
        zone?.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
        return window.zone.getSnapshot().isDragActive
      }
      return [drag('dragstart'), drag('dragenter'), drag('drop'), drag('dragend'), drag('dragenter')]
    })
    expect(states).toEqual([false, false, false, false, true])
  })

  it.each([
    ['a click', (page: Page) => page.click('#zone span')],
    ['Enter', (page: Page) => page.press('#zone', 'Enter')],
    ['the space bar', (page: Page) => page.press('#zone', ' ')],
    ['open()', (page: Page) => page.evaluate(() => window.zone.open())],
  ])('opens the file dialog with its options on %s, and adds the same file twice', async (_, act) => {
    const { page, folder, added } = await zones.open({ accept: ['image/*', '.txt'], multiple: false })
    for (const times of [1, 2]) {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), act(page)])
      expect(chooser.isMultiple()).toBe(false)
      expect(await chooser.element().getAttribute('accept')).toBe('image/*,.txt')
      await chooser.setFiles(`${folder}/a.txt`)
      await expect.poll(added).toEqual(Array.from({ length: times }, () => ['a.txt']))
    }
  })

  it('opens no file dialog for a control in the zone, by click or by key', async () => {
    const { page } = await zones.open()
    let dialogs = 0
    page.on('filechooser', () => dialogs++)
    await page.click('#zone button')
    await page.press('#zone button', 'Enter')
    await page.press('#zone textarea', ' ')
    expect(dialogs).toBe(0)
    await Promise.all([page.waitForEvent('filechooser'), page.press('#zone', 'Enter')])
    expect(dialogs).toBe(1)
  })

  it('opens the input that the page rendered, and adds its files', async () => {
    const { page, folder, added } = await zones.open()
    await page.evaluate(() => {
      const input = document.createElement('input')
      input.id = 'rendered'
      document.querySelector('#zone')?.append(input)
      window.zone.attachInput(input)
    })
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.press('#zone', 'Enter')])
    expect(await chooser.element().getAttribute('id')).toBe('rendered')
    await chooser.setFiles([`${folder}/a.txt`, `${folder}/b.heic`])
    await expect.poll(added).toEqual([['a.txt', 'b.heic']])
  })

  it('adds files that are pasted while the zone has the focus', async () => {
    const { page, added } = await zones.open()
    expect(await paste(page)).toBe(false)
    await page.focus('#zone')
    expect(await paste(page)).toBe(true)
    expect(await added()).toEqual([['pasted.png']])
  })

  it('leaves the paste of text fields alone', async () => {
    const { page, added } = await zones.open({ paste: 'page' })
    await page.focus('#zone textarea')
    expect(await paste(page)).toBe(false)
    expect(await added()).toEqual([])
  })

  it('adds files that are pasted anywhere once, with "page"', async () => {
    const { page, added } = await zones.open({ paste: 'page' })
    expect(await paste(page)).toBe(true)
    await page.focus('#zone')
    expect(await paste(page)).toBe(true)
    expect(await added()).toEqual([['pasted.png'], ['pasted.png']])
  })

  it('adds nothing while it is disabled, and again after an update', async () => {
    const { page, drag, added } = await zones.open({ disabled: true })
    expect(await page.getAttribute('#zone', 'aria-disabled')).toBe('true')
    await drag(['a.txt'], '#zone', 'over')
    expect(await isActive(page)).toBe(false)
    await drag(['a.txt'], '#zone')
    page.on('filechooser', () => expect.fail('The file dialog opened'))
    await page.click('#zone span', { force: true })
    await page.focus('#zone')
    await paste(page)
    await page.evaluate(() => window.zone.update({}))
    await drag(['b.heic'], '#zone')
    await expect.poll(added).toEqual([['b.heic']])
  })

  it('marks the attached element while files are dragged over it', async () => {
    const { page, drag } = await zones.open()
    const mark = (): Promise<string | null> => page.getAttribute('#zone', 'data-dragging')
    expect(await mark()).toBeNull()
    await drag(['a.txt'], '#zone', 'over')
    expect(await mark()).toBe('')
    await drag(['a.txt'], '#outside', 'over')
    expect(await mark()).toBeNull()
  })

  it('removes all its listeners and attributes', async () => {
    const { page, drag, added } = await zones.open({ paste: 'page' })
    await page.evaluate(() => {
      const element = document.createElement('div')
      element.id = 'second'
      document.body.prepend(element)
      window.zone.attach(element)()
    })
    const attributes = await page.evaluate(() => document.querySelector('#second')?.getAttributeNames())
    expect(attributes).toEqual(['id'])
    await drag(['a.txt'], '#second')
    await drag(['b.heic'], '#zone')
    await expect.poll(added).toEqual([['b.heic']])
  })
})
