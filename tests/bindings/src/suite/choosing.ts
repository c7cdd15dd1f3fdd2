import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { dispatchDrag } from '../dispatch-drag.js'
import { textFile, type App, type UsedApp } from '../use-app.js'

/** The ways to add files: drop, paste, keyboard, click, folders. */
export function choosing(used: UsedApp): void {
  it('is not active after the drag left the zone', async () => {
    const app = await used.start('files')
    await dispatchDrag(app, 'dragenter')
    await app.page.locator('[data-drag-active="true"]').waitFor()
    await dispatchDrag(app, 'dragleave')
    await app.page.locator('[data-drag-active="false"]').waitFor()
  })

  it('adds the files in a dropped folder and its folders', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'secure-uploading-folder-'))
    try {
      await mkdir(path.join(folder, 'inner'))
      await writeFile(path.join(folder, 'outer.txt'), 'outer')
      await writeFile(path.join(folder, 'inner', 'inner.txt'), 'inner')
      const app = await used.start('files')
      await dropFromDisk(app, folder)
      await app.waitFor('outer.txt', 'uploaded')
      await app.waitFor('inner.txt', 'uploaded')
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  it('adds a pasted file while the zone has the focus', async () => {
    const app = await used.start('files')
    await app.zone.focus()
    await app.zone.evaluate((zone) => {
      const clipboardData = new DataTransfer()
      clipboardData.items.add(new File(['pasted'], 'pasted.txt', { type: 'text/plain' }))
      zone.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    })
    await app.waitFor('pasted.txt', 'uploaded')
  })

  it('opens the file dialog with a click, and adds the same file again after it was removed', async () => {
    const app = await used.start('files')
    for (let time = 0; time < 2; time++) {
      const opened = app.page.waitForEvent('filechooser')
      await app.zone.click()
      await (await opened).setFiles([textFile('clicked.txt')])
      await app.waitFor('clicked.txt', 'uploaded')
      await app.click('remove', 'clicked.txt')
      await app.row('clicked.txt').waitFor({ state: 'detached' })
    }
  })

  it('adds nothing while it is disabled', async () => {
    const app = await used.start('files', {}, { disabled: true })
    await dispatchDrag(app, 'dragenter')
    await dispatchDrag(app, 'drop')
    expect(await app.zone.getAttribute('aria-disabled')).toBe('true')
    expect(await app.zone.getAttribute('data-drag-active')).toBe('false')
    expect(await app.page.locator('[data-item]').count()).toBe(0)
  })
}

/** Drops a file or folder of the disk with the protocol of the browser, because a page cannot create a folder. */
async function dropFromDisk({ page, zone }: App, place: string): Promise<void> {
  const box = await zone.boundingBox()
  if (!box) throw new Error('The zone is not visible')
  const session = await page.context().newCDPSession(page)
  const data = { items: [], files: [place], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: box.x + 5, y: box.y + 5, data })
  }
}
