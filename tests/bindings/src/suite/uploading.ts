import { expect, it } from 'vitest'
import { holdRequests } from '../hold-requests.js'
import { textFile, type UsedApp } from '../use-app.js'

/** The life of a file: upload, progress, failure, pause, cancel, refusal. */
export function uploading(used: UsedApp): void {
  it('shows the progress of a file while its parts are sent', async () => {
    const app = await used.start('files')
    const release = holdRequests(used, 'part', 1)
    await app.choose({ ...textFile('large.txt'), buffer: Buffer.alloc(12_000_000, 'text ') })
    await expect
      .poll(async () => Number(await app.row('large.txt').getAttribute('data-progress')))
      .toBeGreaterThan(0)
    expect(Number(await app.row('large.txt').getAttribute('data-progress'))).toBeLessThan(1)
    release()
    await app.waitFor('large.txt', 'uploaded')
  })

  it('pauses and resumes one file while another is uploaded', async () => {
    const app = await used.start('files')
    const release = holdRequests(used, 'base')
    await app.choose(textFile('paused.txt'), textFile('other.txt'))
    await app.waitFor('paused.txt', 'uploading')
    await app.click('pause', 'paused.txt')
    await app.waitFor('paused.txt', 'paused')
    release()
    await app.waitFor('other.txt', 'uploaded')
    await app.waitFor('paused.txt', 'paused')
    await app.click('resume', 'paused.txt')
    await app.waitFor('paused.txt', 'uploaded')
  })

  it('pauses and resumes the queue, and files that are added in between wait', async () => {
    const app = await used.start('files')
    await app.click('pause')
    await app.choose(textFile('one.txt'), textFile('two.txt'))
    await app.waitFor('two.txt', 'paused')
    expect(await app.page.locator('[data-queue]').getAttribute('data-status')).toBe('paused')
    await app.click('resume')
    await app.waitFor('one.txt', 'uploaded')
    await app.waitFor('two.txt', 'uploaded')
  })

  it('cancels a file, whose request is aborted', async () => {
    const app = await used.start('files')
    const release = holdRequests(used, 'base')
    const aborted = app.page.waitForEvent('requestfailed', (request) => request.url().includes('/base/'))
    await app.choose(textFile('hello.txt'))
    await app.waitFor('hello.txt', 'uploading')
    await app.click('cancel', 'hello.txt')
    await app.waitFor('hello.txt', 'canceled')
    await aborted
    release()
  })

  it('removes one file', async () => {
    const app = await used.start('files')
    await app.choose(textFile('one.txt'), textFile('two.txt'))
    await app.waitFor('two.txt', 'uploaded')
    await app.click('remove', 'one.txt')
    await app.row('one.txt').waitFor({ state: 'detached' })
    expect(await app.row('two.txt').count()).toBe(1)
  })
}
