import { expect, it } from 'vitest'
import { textFile, type UsedApp } from '../use-app.js'

/** Mounting, rendering and unmounting. */
export function lifecycle(used: UsedApp): void {
  it('uploads each file once', async () => {
    const app = await used.start('files')
    await app.choose(textFile('one.txt'), textFile('two.txt'))
    await app.waitFor('one.txt', 'uploaded')
    await app.waitFor('two.txt', 'uploaded')
    const sent = used.stage.emulator.emulator.journal.entries().filter(({ endpoint }) => endpoint === 'base')
    expect(sent).toHaveLength(2)
  })

  it('starts again with an empty list after the app was unmounted', async () => {
    const app = await used.start('files')
    await app.choose(textFile('one.txt'))
    await app.waitFor('one.txt', 'uploaded')
    await app.page.evaluate(() => {
      window.app.unmount()
      window.app.start('files')
    })
    await app.zone.waitFor()
    expect(await app.page.locator('[data-item]').count()).toBe(0)
    await app.choose(textFile('one.txt'))
    await app.waitFor('one.txt', 'uploaded')
  })
}
