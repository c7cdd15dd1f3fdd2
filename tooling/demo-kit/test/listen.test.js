import { once } from 'node:events'
import { connect } from 'node:net'
import { listen, StartUpError } from '@secure-uploading/demo-kit'
import { expect, test } from 'vitest'

const answer = (_request, response) => response.end('here')

test('serves on a free port, and cuts what is still open when it stops', async () => {
  const { url, close } = await listen(answer, 0)
  const socket = connect(Number(new URL(url).port), '127.0.0.1').resume()
  await once(socket, 'connect')
  expect(await (await fetch(url)).text()).toBe('here')
  await Promise.all([once(socket, 'close'), close()])
  await expect(fetch(url)).rejects.toThrow()
})

test('a taken port is one line that says what to do', async () => {
  const { url, close } = await listen(answer, 0)
  const port = Number(new URL(url).port)
  await expect(listen(answer, port)).rejects.toThrow(
    new StartUpError(
      `Port ${port} on 127.0.0.1 is taken. Choose another one with PORT, as PORT=${port + 1}.`,
    ),
  )
  await close()
})
