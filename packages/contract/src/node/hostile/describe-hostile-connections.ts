import { once } from 'node:events'
import { connect } from 'node:net'
import type { TokenHandlerOptions } from '@secure-uploading/server'
import { expect } from 'chai'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, it } from 'vitest'
import type { Capability } from '../../framework.js'
import { MARK } from '../../rules/hostile/hostile-text.js'
import { PUBLIC_KEY, SECRET_KEY } from '../../trial.js'
import type { Listening } from '../serve-listener.js'
import { hostileRequest } from './hostile-request.js'
import { sendRaw } from './send-raw.js'

/** What these tests have to know of an adapter for servers on Node. */
export interface ListeningAdapter<Args extends unknown[]> {
  /** Serves the handler on a port, for every path. */
  serve: (options: TokenHandlerOptions<Args>) => Promise<Listening>
  lacks?: readonly Capability[]
}

/** Holds a served adapter against what no HTTP client would send: bytes on a connection, one request each. */
export function describeHostileConnections<Args extends unknown[]>(
  name: string,
  { serve, lacks = [] }: ListeningAdapter<Args>,
): void {
  describe(`hostile connections to ${name}`, () => {
    let served: Listening
    let told: string[] = []

    beforeEach(async () => {
      told = []
      served = await serve({
        publicKey: PUBLIC_KEY,
        secretKey: SECRET_KEY,
        authorize: 'anyone',
        onIssue: () => told.push('onIssue'),
        onDeny: () => told.push('onDeny'),
        onError: () => told.push('onError'),
      })
    })
    afterEach(() => served.close?.())

    it('end with no 500, no stack, nothing that was sent and at most one hook call, and others are served', async () => {
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
        // A connection that hangs is named.
        { numRuns: 200, timeout: 30_000 },
      )
      // Many of them reached the handler. Of an answer that was cut off, and of one without a body, only the hook knows.
      expect(answers).to.be.greaterThan(connections / 20)
      expect(told.length).to.be.within(answers, connections)
      expect(told).not.to.include('onError')

      const request = 'POST /api/upload-token HTTP/1.1\r\nHost: app.example\r\nConnection: close\r\n\r\n'
      expect(await sendRaw(served.port, request)).to.match(/^HTTP\/1\.1 200 OK\r\n/)
    })

    it.skipIf(lacks.includes('every-body'))('are answered before a body that never comes', async () => {
      const socket = connect(served.port, '127.0.0.1')
      socket.write('POST /api/upload-token HTTP/1.1\r\nHost: app.example\r\nContent-Length: 1000000\r\n\r\nx')
      const [answer] = (await once(socket, 'data')) as [Buffer]
      socket.destroy()
      expect(answer.toString()).to.match(/^HTTP\/1\.1 200 OK\r\n/)
    })
  })
}
