// Preloaded into an app: makes its server listen on a free port of 127.0.0.1, whatever the app asks for, and sends the port to
// the test. Not every framework can listen on port 0.
import { Server } from 'node:net'

// The app must not outlive the test.
process.once('disconnect', () => process.exit())

const listen = Reflect.get(Server.prototype, 'listen')

Server.prototype.listen = function (...args) {
  const callback = args.find((arg) => typeof arg === 'function')
  this.once('listening', () => process.send(this.address().port))
  return Reflect.apply(listen, this, [{ port: 0, host: '127.0.0.1' }, callback])
}
