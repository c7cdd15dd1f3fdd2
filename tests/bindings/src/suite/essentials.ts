import { expect, it } from 'vitest'
import { dispatchDrag } from '../dispatch-drag.js'
import { holdRequests } from '../hold-requests.js'
import { PNG } from '../png.js'
import { textFile, type App, type UsedApp } from '../use-app.js'

/** The tests of `npm test`: each part of a binding once. */
export function essentials(used: UsedApp): void {
  it('uploads a chosen file, completes it, and shows its data', async () => {
    const app = await used.start('files')
    await app.choose(textFile('hello.txt'))
    await app.waitFor('hello.txt', 'uploaded')
    expect(await app.page.locator('[data-queue]').getAttribute('data-progress')).toBe('1')
    const [item] = await app.page.evaluate(() => window.app.queue?.getSnapshot().items ?? [])
    expect(item?.data).toEqual({ size: textFile('hello.txt').buffer.byteLength })
  })

  it('shows why a file failed, and uploads it after "retry"', async () => {
    const app = await used.start('files')
    used.stage.emulator.emulator.faults.add({ endpoint: 'base', status: 403, body: 'The quota is used up' })
    await app.choose(textFile('hello.txt'))
    await app.waitFor('hello.txt', 'failed')
    expect(await app.row('hello.txt').getAttribute('data-error')).toContain('403')
    await app.click('retry', 'hello.txt')
    await app.waitFor('hello.txt', 'uploaded')
    expect(await app.row('hello.txt').getAttribute('data-error')).toBeNull()
  })

  it('shows a file that breaks a rule of the route as rejected, and sends nothing', async () => {
    const app = await used.start('files')
    await app.choose({ name: 'page.html', mimeType: 'text/html', buffer: Buffer.from('<p>') })
    await app.waitFor('page.html', 'rejected')
    expect(await app.row('page.html').getAttribute('data-error')).toContain('text/html')
    expect(
      used.stage.emulator.emulator.journal.entries().filter(({ path }) => path.startsWith('/base/')),
    ).toEqual([])
  })

  it('ends the uploads and empties the list when the user signs out', async () => {
    const app = await used.start('files')
    const release = holdRequests(used, 'base')
    const aborted = app.page.waitForEvent('requestfailed', (request) => request.url().includes('/base/'))
    await app.choose(textFile('one.txt'), textFile('two.txt'))
    await app.waitFor('one.txt', 'uploading')
    await app.page.evaluate(() => window.app.signOut())
    await app.row('one.txt').waitFor({ state: 'detached' })
    expect(await app.page.locator('[data-item]').count()).toBe(0)
    await aborted
    release()
  })

  it('adds dropped files, and is active while they are dragged over the zone', async () => {
    const app = await used.start('files')
    await dispatchDrag(app, 'dragenter')
    await app.page.locator('[data-drag-active="true"]').waitFor()
    await dispatchDrag(app, 'drop')
    await app.page.locator('[data-drag-active="false"]').waitFor()
    await app.waitFor('dropped.txt', 'uploaded')
  })

  it.each(['Enter', 'Space'])('opens the file dialog with the %s key', async (key) => {
    const app = await used.start('files')
    const opened = app.page.waitForEvent('filechooser')
    await app.page.keyboard.press('Tab')
    await app.page.locator('[data-zone]:focus').waitFor()
    await app.page.keyboard.press(key)
    const chooser = await opened
    expect(chooser.isMultiple()).toBe(true)
    await chooser.setFiles([textFile('typed.txt')])
    await app.waitFor('typed.txt', 'uploaded')
  })

  it('does not render a row again while only another one changes', async () => {
    const app = await used.start('files')
    await app.choose(textFile('first.txt'))
    await app.waitFor('first.txt', 'uploaded')
    const before = await app.page.evaluate(() => window.app.renders['first.txt'])
    await app.choose(textFile('second.txt'))
    await app.waitFor('second.txt', 'uploaded')
    const after = await app.page.evaluate(() => window.app.renders)
    expect(after['first.txt']).toBe(before)
    expect(after['second.txt']).toBeGreaterThan(1)
  })

  it('leaves no request, listener or preview behind when the app unmounts', async () => {
    const app = await used.start('files')
    // The first life adds listeners that frameworks and the client share for the life of the page.
    const afterFirst = await leaksAfterUnmount(used, app)
    await app.page.evaluate(() => window.app.start('files'))
    expect(await leaksAfterUnmount(used, app)).toEqual(afterFirst)
    expect(afterFirst.urls).toBe(0)
  })
}

/** Unmounts the app while a file is sent, and returns what it left behind. */
async function leaksAfterUnmount(used: UsedApp, { page, zone, choose, waitFor }: App) {
  const release = holdRequests(used, 'base')
  const aborted = page.waitForEvent('requestfailed', (request) => request.url().includes('/base/'))
  await choose({ name: 'photo.png', mimeType: 'image/png', buffer: PNG })
  await waitFor('photo.png', 'uploading')
  expect(await page.evaluate(() => window.leaks().urls)).toBe(1)
  await page.evaluate(() => window.app.unmount())
  await aborted
  release()
  await zone.waitFor({ state: 'detached' })
  return page.evaluate(() => window.leaks())
}
