// Preloaded into an app: makes its server listen on a free port of 127.0.0.1, whatever the app asks for, and sends the port to
// the test. Not every framework can listen on port 0 and print the port that it got.
import { Server } from 'node:net'

Server.prototype.listen = new Proxy(Server.prototype.listen, {
  apply(listen, server, args) {
    const callback = args.find((arg) => typeof arg === 'function')
    server.once('listening', () => process.send(server.address().port))
    return Reflect.apply(listen, server, [{ port: 0, host: '127.0.0.1' }, callback])
  },
})
