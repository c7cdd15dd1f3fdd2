import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { Server } from 'node:http'
import { expect, test } from 'vitest'
import { startEmulator } from '../../src/node/index.js'
import { demoProject, PUBLIC_KEY } from '../demo-project.js'

test('a port in use is reported in one line', async () => {
  const first = await startEmulator({ projects: [demoProject] })
  const port = Number(new URL(first.url).port)

  await expect(startEmulator({ port, projects: [demoProject] })).rejects.toThrow(
    `Port ${port} on 127.0.0.1 is in use. Choose another port, or 0 for a free one.`,
  )
  await first.close()
})

test('a closed server refuses connections', async () => {
  const server = await startEmulator({ projects: [demoProject] })
  await server.close()

  await expect(fetch(`${server.url}/info/`)).rejects.toThrow('fetch failed')
})

test('a query with the maximum metadata is accepted, as upload-client sends it', async () => {
  const server = await startEmulator({ projects: [{ ...demoProject, secureUploading: false }] })
  const query = new URLSearchParams({ pub_key: PUBLIC_KEY, source_url: 'http://127.0.0.1/' })
  for (let key = 10; key < 60; key++) query.set(`metadata[${'k'.repeat(62)}${key}]`, '猫'.repeat(512))
  const response = await fetch(`${server.url}/from_url/?${query.toString()}`, { method: 'POST' })

  expect([response.status, await response.text()]).toEqual([400, 'Only public IPs are allowed.'])
  expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
  await server.close()
})

test('the time of a body is unlimited, the time of headers is not', async () => {
  const servers: Server[] = []
  const note = (message: unknown): void => void servers.push((message as { server: Server }).server)
  subscribe('http.server.request.start', note)
  const emulator = await startEmulator({ projects: [demoProject] })
  await fetch(`${emulator.url}/info/`)
  unsubscribe('http.server.request.start', note)
  await emulator.close()

  expect(servers[0]).toMatchObject({ requestTimeout: 0, headersTimeout: 60_000 })
})
