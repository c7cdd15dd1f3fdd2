import { expect, test } from 'vitest'
import { createEmulator } from '../../src/index.js'
import { demoProject, PUBLIC_KEY } from '../demo-project.js'
import { postForm } from '../post-form.js'

const emulator = createEmulator({ projects: [{ ...demoProject, secureUploading: false }] })
const get = async (url: string): Promise<Response> => emulator.fetch(new Request(url))

async function uploaded(content: string): Promise<string> {
  const fields = { file: new Blob([content], { type: 'text/plain' }), UPLOADCARE_PUB_KEY: PUBLIC_KEY }
  return ((await (await postForm(emulator, '/base/', fields)).json()) as { file: string }).file
}

async function grouped(...uuids: string[]): Promise<{ id: string; cdn_url: string }> {
  const files = Object.fromEntries(uuids.map((uuid, index) => [`files[${index}]`, uuid]))
  const response = await postForm(emulator, '/group/', { pub_key: PUBLIC_KEY, ...files })
  return (await response.json()) as { id: string; cdn_url: string }
}

test('the page of a group links its files by index', async () => {
  const uuids = [await uploaded('first'), await uploaded('second')]
  const { cdn_url } = await grouped(...uuids)
  const response = await get(cdn_url)
  const page = await response.text()

  expect([response.status, response.headers.get('Content-Type')]).toEqual([200, 'text/html; charset=utf-8'])
  const links = [...page.matchAll(/href="([^"]+)">([^<]+)</g)].map(([, href, text]) => [href, text])
  expect(links).toEqual(uuids.map((uuid, index) => [`nth/${index}/`, uuid]))
  const second = await get(new URL('nth/1/', cdn_url).href)
  expect(await second.text()).toBe('second')
})

test('an index beyond the last file and an unknown group are 404', async () => {
  const { id, cdn_url } = await grouped(await uploaded('only'))

  expect((await get(`${cdn_url}nth/1/`)).status).toBe(404)
  const other = await get(cdn_url.replace(id, `${crypto.randomUUID()}~1`))
  expect([other.status, await other.text()]).toEqual([404, 'File is not found.'])
})
