import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { filesWith } from './files-with.js'
import { MADE_UP_SECRET } from './made-up-secrets.js'

/**
 * Tests that nothing secret is in what a build makes for browsers.
 *
 * @param {object} page
 * @param {() => Promise<string>} page.build builds it with `MADE_UP_SECRETS` in the environment, and gives the folder
 *   that browsers can load from. It is removed.
 */
export function testNoSecretInPage({ build }) {
  let folder
  beforeAll(async () => {
    folder = await build()
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  test('a build with secrets in its environment gives none of them to browsers', async () => {
    expect(await filesWith(folder, MADE_UP_SECRET)).toEqual([])
    // The search finds what is there.
    expect(await filesWith(folder, /\/api\/upload-token/)).not.toEqual([])
  })

  test('it gives them no name of a secret either, and no code that signs', async () => {
    expect(await filesWith(folder, /\w*SECRET_\w*|SESSION_SECRET|demosecretkey|importKey|HMAC/)).toEqual([])
  })
}
