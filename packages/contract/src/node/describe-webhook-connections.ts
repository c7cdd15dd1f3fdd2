import { once } from 'node:events'
import { connect } from 'node:net'
import type { WebhookHandlerOptions } from '@secure-uploading/server'
import { expect } from 'chai'
import { afterEach, describe, it } from 'vitest'
import { SIGNING_SECRET } from '../webhook/webhook-harness.js'
import type { Listening } from './serve-listener.js'

/** An adapter's webhook handler for Node servers under test. */
export interface ListeningWebhookAdapter<Args extends unknown[]> {
  /** Serves the handler on a port, at `/api/uploadcare-webhook`. */
  serve: (options: WebhookHandlerOptions<Args>) => Promise<Listening>
}

const HEAD =
  'POST /api/uploadcare-webhook HTTP/1.1\r\nHost: app.example\r\nContent-Type: application/json\r\n'
const FORGED = `X-Uc-Signature: v1=${'0'.repeat(64)}\r\n`

/** Tests a webhook handler with connections that send only a part of the body. */
export function describeWebhookConnections<Args extends unknown[]>(
  name: string,
  { serve }: ListeningWebhookAdapter<Args>,
): void {
  describe(`webhook connections to ${name}`, () => {
    let served: Listening | undefined
    afterEach(() => served?.close?.())

    for (const [description, signature] of [
      ['without a signature', ''],
      ['with a malformed signature', 'X-Uc-Signature: v1=00\r\n'],
    ] as const) {
      it(`get a 401 ${description} before the body arrives`, async () => {
        let lookUps = 0
        const signingSecret = () => {
          lookUps++
          return SIGNING_SECRET
        }
        served = await serve({ signingSecret, onEvent: () => undefined })
        const socket = connect(served.port, '127.0.0.1')
        socket.write(`${HEAD}${signature}Content-Length: 500000\r\n\r\n{`)
        const [answer] = (await once(socket, 'data')) as [Buffer]
        socket.destroy()
        expect(answer.toString()).to.match(/^HTTP\/1\.1 401 /)
        expect(lookUps).to.equal(0)
      })
    }

    for (const [description, framing] of [
      ['with a Content-Length', 'Content-Length: 1000\r\n\r\n{"hook":'],
      ['sent in chunks', 'Transfer-Encoding: chunked\r\n\r\n8\r\n{"hook":\r\n'],
    ] as const) {
      it(`that end in the middle of a body ${description} do not call onError`, async () => {
        const reported = await new Promise<unknown>((resolve, reject) => {
          const options: WebhookHandlerOptions<unknown[]> = {
            signingSecret: SIGNING_SECRET,
            onEvent: () => {
              resolve('onEvent')
            },
            onDeny: ({ reason }) => {
              resolve(reason)
            },
            onError: resolve,
          }
          serve(options).then((listening) => {
            served = listening
            const socket = connect(listening.port, '127.0.0.1')
            socket.write(`${HEAD}${FORGED}${framing}`, () => {
              socket.destroy()
            })
          }, reject)
        })
        expect(reported).to.equal('body-incomplete')
      })
    }
  })
}
