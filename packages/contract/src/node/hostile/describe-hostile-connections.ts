import { once } from 'node:events'
import { connect } from 'node:net'
import type { TokenHandlerOptions } from '@secure-uploading/server'
import { expect } from 'chai'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, it } from 'vitest'
import type { Capability } from '../../framework.js'
import { MARK } from '../../rules/hostile/hostile-text.js'
import { PUBLIC_KEY, SECRET_KEY } from '../../harness.js'
import type { Listening } from '../serve-listener.js'
import { hostileRequest } from './hostile-request.js'
import { sendRaw } from './send-raw.js'

/** An adapter for Node servers under test. */
export interface ListeningAdapter<Args extends unknown[]> {
  /** Serves the handler on a port, for every path. */
  serve: (options: TokenHandlerOptions<Args>) => Promise<Listening>
  lacks?: readonly Capability[]
}

/** Tests a served adapter with requests that no HTTP client would send, as bytes on a connection. */
export function describeHostileConnections<Args extends unknown[]>(
  name: string,
  { serve, lacks = [] }: ListeningAdapter<Args>,
): void {
  describe(`hostile connections to ${name}`, () => {
    let served: Listening
    let called: string[] = []

    beforeEach(async () => {
      called = []
      served = await serve({
        publicKey: PUBLIC_KEY,
        secretKey: SECRET_KEY,
        authorize: 'anyone',
        onIssue: () => called.push('onIssue'),
        onDeny: () => called.push('onDeny'),
        onError: () => called.push('onError'),
      })
    })
    afterEach(() => served.close?.())

    it('get no 500, no stack trace and no sent text, and later requests are served', async () => {
      let connections = 0
      let answers = 0
      await fc.assert(
        fc.asyncProperty(hostileRequest, async ({ bytes, isUnfinished }) => {
          connections++
          const received = await sendRaw(served.port, bytes, isUnfinished)
          for (const [, status] of received.matchAll(/^HTTP\/1\.1 (\d{3})/gm)) {
            expect(Number(status)).to.be.within(100, 499)
          }
          expect(received).not.to.include(MARK)
          expect(received).not.to.match(/\bat .*:\d+:\d+|node_modules/)
          answers += received.match(/"code":"ERR_|"secureSignature":"/g)?.length ?? 0
        }),
        // Reports the request of a connection that hangs.
        { numRuns: 200, timeout: 30_000 },
      )
      // Many requests reached the handler. An answer that was cut off or has no body is counted by the hook only.
      expect(answers).to.be.greaterThan(connections / 20)
      expect(called.length).to.be.within(answers, connections)
      expect(called).not.to.include('onError')

      const request = 'POST /api/upload-token HTTP/1.1\r\nHost: app.example\r\nConnection: close\r\n\r\n'
      expect(await sendRaw(served.port, request)).to.match(/^HTTP\/1\.1 200 OK\r\n/)
    })

    it.skipIf(lacks.includes('every-body'))('get an answer before a body that never arrives', async () => {
      const socket = connect(served.port, '127.0.0.1')
      socket.write('POST /api/upload-token HTTP/1.1\r\nHost: app.example\r\nContent-Length: 1000000\r\n\r\nx')
      const [answer] = (await once(socket, 'data')) as [Buffer]
      socket.destroy()
      expect(answer.toString()).to.match(/^HTTP\/1\.1 200 OK\r\n/)
    })
  })
}
