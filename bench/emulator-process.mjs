// An emulator in a process of its own, so that it does not take time from what is measured.
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
