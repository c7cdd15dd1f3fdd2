import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { FUNCTION_ARN } from './function-environment.js'
import { startRuntimeApi } from './runtime-api.js'

/** A function that runs in a separate process, one event at a time, as on AWS. */
export interface LambdaFunction {
  /**
   * Invokes the function with an event and returns its result, both as JSON.
   *
   * @throws {Error} when the function throws (its error is the message), exits or takes too long
   */
  invoke: (event: string) => Promise<string>
  close: () => Promise<void>
}

/**
 * Starts a function's process behind a Runtime API.
 *
 * @param runtime the program that fetches events and calls the handler, and its arguments
 * @param environment the function's environment variables; of this process's variables it gets only `PATH`
 */
export async function startFunction(
  runtime: readonly [string, ...string[]],
  environment: Record<string, string>,
): Promise<LambdaFunction> {
  const api = await startRuntimeApi(FUNCTION_ARN)
  const [program, ...args] = runtime
  const child = spawn(program, args, {
    // Lambda starts functions in this folder too.
    cwd: environment['LAMBDA_TASK_ROOT'],
    env: { PATH: process.env['PATH'], ...environment, AWS_LAMBDA_RUNTIME_API: api.address },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const ended = once(child, 'close')
  child.once('error', (error) => {
    api.fail(error.message)
  })
  child.once('close', (exitCode) => {
    api.fail(`The function's process exited with code ${String(exitCode)}`)
  })

  return {
    invoke: api.invoke,
    async close() {
      child.kill('SIGKILL')
      await ended
      await api.close()
    },
  }
}
