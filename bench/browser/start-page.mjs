import { once } from 'node:events'
import { createServer } from 'node:http'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createSigner } from '@secure-uploading/core'
import { build } from 'esbuild'

// The token endpoint is as far away as the Upload API.
const ROUND_TRIP_MS = 50

/**
 * Starts the app of the browser bench: its page and its token endpoint.
 *
 * @returns {Promise<{ url: string, createSignature: () => Promise<object>, close: () => void }>}
 */
export async function startPage() {
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, 'upload-page.js')],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    minify: true,
  })
  const script = outputFiles[0].text.replaceAll('</script', '<\\/script')
  const html = `<!doctype html><meta charset="utf-8"><title>bench</title><script>${script}</script>`
  const signer = createSigner({ secretKey: 'demosecretkey' })
  const createSignature = () => signer.sign({ expiresIn: 1800 })

  const server = createServer((request, response) => {
    if (request.url !== '/api/upload-token') {
      response.setHeader('content-type', 'text/html; charset=utf-8').end(html)
      return
    }
    void wait(ROUND_TRIP_MS)
      .then(createSignature)
      .then((signature) => {
        const token = { publicKey: 'demopublickey', expiresIn: 1800, ...signature }
        response.setHeader('content-type', 'application/json').end(JSON.stringify(token))
      })
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    createSignature,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
