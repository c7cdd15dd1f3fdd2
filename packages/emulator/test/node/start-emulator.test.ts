import { expect, test } from 'vitest'
import { startEmulator } from '../../src/node/index.js'
import { demoProject } from '../demo-project.js'

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
