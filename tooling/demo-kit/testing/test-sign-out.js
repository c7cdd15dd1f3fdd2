import { describe, expect, it } from 'vitest'
import { textFiles } from './text-files.js'

/**
 * Tests that a sign-out stops the uploads of a demo in every state, empties the list, and leaves nothing for the next sign-in.
 *
 * @param {import('./open-demo-in-chromium.js').OpenDemo} demo
 */
export function testSignOut(demo) {
  const rows = (page) => page.locator('li[data-status]')
  const button = (page, name) => page.getByRole('button', { name })
  const requests = () => demo.emulator.journal.entries('base')
  const pick = (page, count) => page.locator('input[type=file]').setInputFiles(textFiles(count))
  const never = new Promise(() => undefined)
  /** Picks files whose uploads stay pending. */
  const pickHeld = async (page) => {
    demo.emulator.faults.add({ endpoint: 'base', until: never, times: Infinity })
    await pick(page, 2)
    await expect.poll(() => requests().length).toBe(2)
  }

  /** Each brings the page into a state, and returns what goes on after the sign-out. */
  const states = {
    async uploading(page) {
      await pickHeld(page)
      return async () => demo.emulator.faults.clear()
    },
    async paused(page) {
      await pickHeld(page)
      await button(page, 'Pause all').click()
      await rows(page).getByText('Paused').first().waitFor()
      return async () => demo.emulator.faults.clear()
    },
    async 'waiting for the network'(page) {
      await page.context().setOffline(true)
      await pick(page, 2)
      await rows(page).getByText('Waiting for the network').first().waitFor()
      return () => page.context().setOffline(false)
    },
    async 'waiting for the next attempt'(page) {
      demo.emulator.faults.add({ endpoint: 'base', status: 503, times: Infinity })
      await pick(page, 2)
      await rows(page).getByText('Retrying in').first().waitFor()
      return async () => demo.emulator.faults.clear()
    },
    async 'restored after a reload'(page) {
      await pickHeld(page)
      await page.addInitScript(holdLocks)
      await page.reload()
      await button(page, 'Sign out').waitFor()
      demo.emulator.faults.clear()
      return () => page.evaluate('releaseLocks()')
    },
    async 'added from a folder'(page) {
      await page.evaluate(dropSlowFolder)
      return () => page.evaluate('finishFolder()')
    },
  }

  describe('signed out', () => {
    it.each(Object.entries(states))(
      'while files are %s, stops them and empties the list',
      async (_, bring) => {
        const page = await demo.newSignedInPage()
        const goOn = await bring(page)
        await button(page, 'Sign out').click()
        await expect.poll(() => rows(page).count()).toBe(0)
        const sent = requests().length
        await goOn()
        // Without a network, the server may not have heard of it.
        await signOutAgain(page)
        await page.getByRole('heading', { name: 'You are signed out' }).waitFor()

        await button(page, 'Sign in as Ada Lovelace').click()
        await button(page, 'Choose files').waitFor()
        expect(await rows(page).count()).toBe(0)
        await page.reload({ waitUntil: 'networkidle' })
        await button(page, 'Choose files').waitFor()
        expect(await rows(page).count()).toBe(0)
        expect(requests()).toHaveLength(sent)
      },
    )
  })

  it('continues the files after a reload', async () => {
    const page = await demo.newSignedInPage()
    await pickHeld(page)
    demo.emulator.faults.clear()
    await page.reload()
    await page.getByRole('heading', { name: '2 of 2 uploaded' }).waitFor()
  })

  async function signOutAgain(page) {
    const isSignedIn = await button(page, 'Sign out').isVisible()
    if (isSignedIn)
      await button(page, 'Sign out')
        .click({ timeout: 3000 })
        .catch(() => undefined)
  }
}

/** Lets the locks that a restore needs wait for `releaseLocks()`. Runs in the page. */
function holdLocks() {
  const { locks } = navigator
  const request = locks.request.bind(locks)
  const released = new Promise((resolve) => {
    window.releaseLocks = resolve
  })
  locks.request = async (...parameters) => {
    await released
    return request(...parameters)
  }
}

/** Drops a folder whose files are known after `finishFolder()`. Runs in the page. */
function dropSlowFolder() {
  const file = new File(['late'], 'late.txt', { type: 'text/plain' })
  const batches = [
    [{ isFile: true, isDirectory: false, fullPath: '/folder/late.txt', file: (done) => done(file) }],
    [],
  ]
  const finished = new Promise((resolve) => {
    window.finishFolder = resolve
  })
  const reader = {
    async readEntries(done) {
      await finished
      done(batches.shift() ?? [])
    },
  }
  DataTransferItem.prototype.getAsFileSystemHandle = undefined
  DataTransferItem.prototype.webkitGetAsEntry = () => ({
    isFile: false,
    isDirectory: true,
    fullPath: '/folder',
    createReader: () => reader,
  })
  const dataTransfer = new DataTransfer()
  dataTransfer.items.add(file)
  const zone = document.querySelector('.drop-zone, [data-slot=drop-zone]')
  zone.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
}
