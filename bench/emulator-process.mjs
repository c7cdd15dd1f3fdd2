// The emulator for benches. Runs in a separate process, so that it does not share a thread with the measured code.
import { startEmulator } from '@secure-uploading/emulator/node'

const server = await startEmulator({
  projects: [{ publicKey: 'demopublickey', secretKeys: ['demosecretkey'], secureUploading: true }],
})
process.on('message', () => {
  void server.emulator.reset().then(() => process.send('reset'))
})
process.on('disconnect', () => {
  void server.close()
})
process.send(server.url)
