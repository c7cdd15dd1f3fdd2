import { createServer } from 'node:http'
import { expect, it } from 'vitest'
import { listen } from '../../src/node/listen.js'

it('tells in one line that a port is taken', async () => {
  const [first, second] = [createServer(), createServer()]
  const port = Number(new URL(await listen(first, 0, '127.0.0.1')).port)
  try {
    await expect(listen(second, port, '127.0.0.1')).rejects.toThrow(
      `Port ${port} on 127.0.0.1 is taken: give another one, or 0 for any free one.`,
    )
  } finally {
    first.close()
  }
})

it('tells in one line that an address is not one of this machine', async () => {
  // An address that is for documentation only.
  await expect(listen(createServer(), 0, '192.0.2.1')).rejects.toThrow(
    'Could not listen on 192.0.2.1, port 0:',
  )
})

it('tells in one line that a port may not be used', async () => {
  const server = createServer()
  // Whether a low port may be used depends on who runs this test.
  const denied = Object.assign(server, {
    listen: () => server.emit('error', Object.assign(new Error('listen EACCES'), { code: 'EACCES' })),
  })
  await expect(listen(denied, 80, '127.0.0.1')).rejects.toThrow(
    'Port 80 on 127.0.0.1 may not be used: give one above 1023.',
  )
})
