import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, onTestFinished, it } from 'vitest'
import { createRoleCredentials, functionEnvironment } from '../../src/lambda/function-environment.js'
import { startFunction, type LambdaFunction } from '../../src/lambda/start-function.js'

const RUNTIME = path.resolve(import.meta.dirname, '../../dist/runtime.js')
let lambda: LambdaFunction

afterEach(async () => {
  await lambda.close()
})

async function start(source: string): Promise<LambdaFunction> {
  const folder = await mkdtemp(path.join(tmpdir(), 'function-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await writeFile(path.join(folder, 'handler.mjs'), source)
  const environment = functionEnvironment(folder, 'handler.handler', createRoleCredentials())
  return (lambda = await startFunction([process.execPath, RUNTIME], environment))
}

describe('startFunction', () => {
  it('passes one event at a time and returns the result of each', async () => {
    const { invoke } = await start(
      'let running = 0; export const handler = async (n) => { const concurrent = ++running; await null; running--; return { n, concurrent } }',
    )
    const results = await Promise.all(['1', '2', '3'].map((event) => invoke(event)))
    expect(results.map((result) => JSON.parse(result) as unknown)).toEqual(
      [1, 2, 3].map((n) => ({ n, concurrent: 1 })),
    )
  })

  it('passes the environment that Lambda sets and no variables of this process', async () => {
    process.env['VARIABLE_OF_THIS_PROCESS'] = 'yes'
    onTestFinished(() => {
      delete process.env['VARIABLE_OF_THIS_PROCESS']
    })
    const { invoke } = await start(
      'export const handler = (_, context) => ({ ...process.env, id: context.awsRequestId, left: context.getRemainingTimeInMillis() })',
    )
    const received = JSON.parse(await invoke('{}')) as Record<string, unknown>
    expect(received).toMatchObject({
      AWS_REGION: 'us-east-1',
      id: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown,
    })
    expect(received['left']).toBeGreaterThan(0)
    expect(received).not.toHaveProperty('VARIABLE_OF_THIS_PROCESS')
  })

  it('rejects with the error of the handler and then answers the next event', async () => {
    const { invoke } = await start(
      'export const handler = async (event) => { if (event.bad) throw new TypeError("bad event"); return "good" }',
    )
    await expect(invoke('{"bad":true}')).rejects.toThrow(
      '{"errorType":"TypeError","errorMessage":"bad event"}',
    )
    expect(await invoke('{}')).toBe('"good"')
  })

  it('rejects events with the reason why the function failed to start', async () => {
    const { invoke } = await start('throw new Error("no settings")')
    await expect(invoke('{}')).rejects.toThrow('no settings')
  })
})
