import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { filesWith } from './files-with.js'
import { FAKE_SECRET } from './fake-secrets.js'

/**
 * Tests that the browser files of a build contain no secrets.
 *
 * @param {object} page
 * @param {() => Promise<string>} page.build builds the page with `FAKE_SECRETS` in the environment, and returns the
 *   folder with the browser files. The folder is removed after the tests.
 */
export function testNoSecretInPage({ build }) {
  let folder
  beforeAll(async () => {
    folder = await build()
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('contains no secret of the build environment', async () => {
    expect(await filesWith(folder, FAKE_SECRET)).toEqual([])
    // Verifies that the search works.
    expect(await filesWith(folder, /\/api\/upload-token/)).not.toEqual([])
  })

  it('contains no name of a secret and no signing code', async () => {
    expect(
      await filesWith(folder, /\w*SECRET_\w*|(RECEIPT|SESSION)_SECRET|demosecretkey|importKey|HMAC/),
    ).toEqual([])
  })
}
