import { once } from 'node:events'
import { connect } from 'node:net'
import { listen, StartUpError } from '@secure-uploading/demo-kit'
import { describe, expect, it } from 'vitest'

const answer = (_request, response) => response.end('here')

describe('listen', () => {
  it('serves on a free port, and cuts open connections when closed', async () => {
    const { url, close } = await listen(answer, 0)
    const socket = connect(Number(new URL(url).port), '127.0.0.1').resume()
    await once(socket, 'connect')
    expect(await (await fetch(url)).text()).toBe('here')
    await Promise.all([once(socket, 'close'), close()])
    await expect(fetch(url)).rejects.toThrow()
  })

  it('rejects with advice when the port is in use', async () => {
    const { url, close } = await listen(answer, 0)
    const port = Number(new URL(url).port)
    await expect(listen(answer, port)).rejects.toThrow(
      new StartUpError(`Port ${port} on 127.0.0.1 is in use. Set another one, for example PORT=${port + 1}.`),
    )
    await close()
  })
})
