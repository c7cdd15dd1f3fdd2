type Environment = Record<string, string | undefined>

/** Runs a check with variables in the environment, also in runtimes without `process`. `undefined` removes a variable. */
export async function withEnvironment(variables: Environment, check: () => Promise<void>): Promise<void> {
  const scope: { process?: { env?: Environment } } = globalThis
  const previousProcess = scope.process
  if (previousProcess?.env === undefined) scope.process = { ...previousProcess, env: {} }
  const { env = {} } = scope.process ?? {}
  const previous = Object.fromEntries(Object.keys(variables).map((name) => [name, env[name]]))
  assignVariables(env, variables)
  try {
    await check()
  } finally {
    assignVariables(env, previous)
    if (previousProcess?.env === undefined) {
      if (previousProcess === undefined) delete scope.process
      else scope.process = previousProcess
    }
  }
}

function assignVariables(env: Environment, variables: Environment): void {
  for (const [name, value] of Object.entries(variables)) {
    // process.env turns undefined into the text "undefined".
    if (value === undefined) delete env[name]
    else env[name] = value
  }
}
