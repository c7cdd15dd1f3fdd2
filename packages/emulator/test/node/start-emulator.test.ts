import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { Server } from 'node:http'
import { expect, test } from 'vitest'
import { startEmulator } from '../../src/node/index.js'
import { demoProject, PUBLIC_KEY } from '../demo-project.js'

test('says in one line that the port is taken', async () => {
  const first = await startEmulator({ projects: [demoProject] })
  const port = Number(new URL(first.url).port)

  await expect(startEmulator({ port, projects: [demoProject] })).rejects.toThrow(
    `Port ${port} on 127.0.0.1 is taken: give another one, or 0 for any free one.`,
  )
  await first.close()
})

test('answers nothing any more once it is closed', async () => {
  const server = await startEmulator({ projects: [demoProject] })
  await server.close()

  await expect(fetch(`${server.url}/info/`)).rejects.toThrow('fetch failed')
})

test('reads all metadata that a file may have from a query, where upload-client puts it', async () => {
  const server = await startEmulator({ projects: [{ ...demoProject, secureUploading: false }] })
  const query = new URLSearchParams({ pub_key: PUBLIC_KEY, source_url: 'http://127.0.0.1/' })
  for (let key = 10; key < 60; key++) query.set(`metadata[${'k'.repeat(62)}${key}]`, '猫'.repeat(512))
  const response = await fetch(`${server.url}/from_url/?${query.toString()}`, { method: 'POST' })

  expect([response.status, await response.text()]).toEqual([400, 'Only public IPs are allowed.'])
  expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
  await server.close()
})

test('lets a body take as long as it takes, but not its headers', async () => {
  const servers: Server[] = []
  const note = (message: unknown): void => void servers.push((message as { server: Server }).server)
  subscribe('http.server.request.start', note)
  const emulator = await startEmulator({ projects: [demoProject] })
  await fetch(`${emulator.url}/info/`)
  unsubscribe('http.server.request.start', note)
  await emulator.close()

  expect(servers[0]).toMatchObject({ requestTimeout: 0, headersTimeout: 60_000 })
})
