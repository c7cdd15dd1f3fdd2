import { createServer } from 'node:http'
import { expect, it } from 'vitest'
import { listen } from '../../src/node/listen.js'

it('a port in use is reported in one line', async () => {
  const [first, second] = [createServer(), createServer()]
  const port = Number(new URL(await listen(first, 0, '127.0.0.1')).port)
  try {
    await expect(listen(second, port, '127.0.0.1')).rejects.toThrow(
      `Port ${port} on 127.0.0.1 is in use. Choose another port, or 0 for a free one.`,
    )
  } finally {
    first.close()
  }
})

it('an address of another machine is reported in one line', async () => {
  // An address reserved for documentation.
  await expect(listen(createServer(), 0, '192.0.2.1')).rejects.toThrow(
    'Could not listen on 192.0.2.1, port 0:',
  )
})

it('a port without permission is reported in one line', async () => {
  const server = createServer()
  // Simulated, because permission for low ports depends on the user.
  const denied = Object.assign(server, {
    listen: () => server.emit('error', Object.assign(new Error('listen EACCES'), { code: 'EACCES' })),
  })
  await expect(listen(denied, 80, '127.0.0.1')).rejects.toThrow(
    'Port 80 on 127.0.0.1 requires more permissions. Choose a port above 1023.',
  )
})
