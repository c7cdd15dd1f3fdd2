// One of the two servers of the emulator bench. Runs in a separate process.
import { createServer } from 'node:http'
import { startEmulator } from '@secure-uploading/emulator/node'

const { url, reset } = process.argv[2] === 'emulator' ? await startOurs() : await startCounter()

process.on('message', () => {
  void reset().then(() => process.send('done'))
})
process.on('disconnect', () => process.exit())
process.send(url)

async function startOurs() {
  const projects = [{ publicKey: 'demopublickey', secretKeys: ['demosecretkey'], secureUploading: false }]
  const server = await startEmulator({ projects })
  return { url: server.url, reset: () => server.emulator.reset() }
}

async function startCounter() {
  const server = createServer((request, response) => {
    let bytes = 0
    request.on('data', (chunk) => {
      bytes += chunk.length
    })
    request.on('end', () => response.end(String(bytes)))
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${server.address().port}`, reset: async () => undefined }
}
