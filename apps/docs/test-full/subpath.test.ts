import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { describeInChromium } from '@secure-uploading/tooling/chromium'
import { afterAll, expect, it } from 'vitest'
import { findBrokenLinks } from '../test/find-broken-links.js'
import { serveSite } from '../test/serve-site.js'
import { usePlaygroundPage } from './use-playground-page.js'

const BASE = '/docs/secure-uploading/'
const BUILD = path.resolve(import.meta.dirname, '../build/build.mjs')
const PAGES_THAT_FOLLOW = /\/(?:react|vue|svelte)(?:#.*)?$/

describeInChromium('the site below a path of its host', () => {
  let folder: string
  const { page, untilUploaded } = usePlaygroundPage(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'docs-'))
    await promisify(execFile)(process.execPath, [BUILD, folder], { env: { ...process.env, DOCS_BASE: BASE } })
    return serveSite(folder, BASE)
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('has no broken link', () => {
    expect(findBrokenLinks(folder, BASE).filter(({ href }) => !PAGES_THAT_FOLLOW.test(href))).toEqual([])
  })

  it('uploads in the playground', async () => {
    await page().getByRole('button', { name: '20 small files' }).click()
    await untilUploaded(20)
  })
})
