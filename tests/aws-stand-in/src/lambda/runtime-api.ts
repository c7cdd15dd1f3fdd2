import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { listen } from '../listen.js'

const INVOCATION_TIMEOUT_MS = 10_000

/** The API of AWS Lambda that a function's process uses. */
export interface RuntimeApi {
  /** Host and port, the value of `AWS_LAMBDA_RUNTIME_API`. */
  readonly address: string
  /**
   * Passes an event to the function and returns its result, both as JSON.
   *
   * @throws {Error} with the function's message, when it threw, exited or exceeded the time limit.
   */
  invoke: (event: string) => Promise<string>
  /** Rejects pending and future invocations, because the function's process has exited. */
  fail: (reason: string) => void
  close: () => Promise<void>
}

interface Invocation {
  id: string
  event: string
  resolve: (result: string) => void
  reject: (error: Error) => void
}

/**
 * Starts a Runtime API on a free port of 127.0.0.1.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
 */
export async function startRuntimeApi(functionArn: string): Promise<RuntimeApi> {
  const queue: Invocation[] = []
  const running = new Map<string, Invocation>()
  let takeNext: ((invocation: Invocation) => void) | undefined
  let failure: string | undefined

  function enqueue(invocation: Invocation): void {
    if (takeNext) takeNext(invocation)
    else queue.push(invocation)
    takeNext = undefined
  }

  function fail(reason: string): void {
    failure = reason
    for (const { reject } of [...running.values(), ...queue]) reject(new Error(reason))
  }

  const app = new Hono()

  app.get('/2018-06-01/runtime/invocation/next', async (c) => {
    const next = queue.shift() ?? (await new Promise<Invocation>((resolve) => (takeNext = resolve)))
    running.set(next.id, next)
    return c.body(next.event, 200, {
      'content-type': 'application/json',
      'lambda-runtime-aws-request-id': next.id,
      'lambda-runtime-deadline-ms': String(Date.now() + INVOCATION_TIMEOUT_MS),
      'lambda-runtime-invoked-function-arn': functionArn,
      'lambda-runtime-trace-id': `Root=1-${Math.floor(Date.now() / 1000).toString(16)}-${next.id.replaceAll('-', '').slice(0, 24)};Sampled=0`,
    })
  })

  app.post('/2018-06-01/runtime/invocation/:id/response', async (c) => {
    running.get(c.req.param('id'))?.resolve(await c.req.text())
    return c.json({ status: 'OK' }, 202)
  })

  app.post('/2018-06-01/runtime/invocation/:id/error', async (c) => {
    running.get(c.req.param('id'))?.reject(new Error(await c.req.text()))
    return c.json({ status: 'OK' }, 202)
  })

  app.post('/2018-06-01/runtime/init/error', async (c) => {
    fail(`The function failed to start: ${await c.req.text()}`)
    return c.json({ status: 'OK' }, 202)
  })

  const server = await listen(app, 0)

  return {
    address: new URL(server.url).host,
    async invoke(event) {
      if (failure !== undefined) throw new Error(failure)
      const id = randomUUID()
      let timer: NodeJS.Timeout | undefined
      try {
        return await new Promise<string>((resolve, reject) => {
          timer = setTimeout(() => {
            reject(new Error(`The function exceeded ${INVOCATION_TIMEOUT_MS} ms`))
          }, INVOCATION_TIMEOUT_MS)
          enqueue({ id, event, resolve, reject })
        })
      } finally {
        clearTimeout(timer)
        running.delete(id)
      }
    },
    fail,
    close: server.close,
  }
}
