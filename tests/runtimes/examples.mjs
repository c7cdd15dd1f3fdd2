import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Miniflare } from 'miniflare'
import { bundleFile } from './bundle.mjs'

const here = import.meta.dirname
const example = (name) => fileURLToPath(new URL(`../../packages/server/examples/${name}.ts`, import.meta.url))
const secrets = { UPLOADCARE_PUBLIC_KEY: 'demopublickey', UPLOADCARE_SECRET_KEY: 'demosecretkey' }

/** Serves each example over HTTP by its own runtime, and asks it for a token: signed in, and not. */
export const examples = {
  'bun, its example': () =>
    askProgram('deno-or-bun', path.join(here, 'node_modules/.bin/bun'), () => ['run']),
  'deno, its example': () =>
    askProgram('deno-or-bun', path.join(here, 'node_modules/.bin/deno'), (port) => [
      'serve',
      '--allow-env',
      '--host=127.0.0.1',
      `--port=${port}`,
    ]),
  'workerd, its example': askWorker,
}

async function askProgram(name, command, argsFor) {
  const folder = await mkdtemp(path.join(here, '.example-'))
  const file = path.join(folder, 'example.mjs')
  await writeFile(file, await bundleFile(example(name)))
  const port = await freePort()
  const env = { ...process.env, ...secrets, PORT: String(port), HOST: '127.0.0.1' }
  const child = spawn(command, [...argsFor(port), file], { env, stdio: 'ignore' })
  try {
    return await ask(`http://127.0.0.1:${port}`, fetch)
  } finally {
    child.kill()
    await once(child, 'exit')
    await rm(folder, { recursive: true })
  }
}

async function askWorker() {
  const miniflare = new Miniflare({
    modules: true,
    script: await bundleFile(example('cloudflare-workers')),
    compatibilityDate: '2026-01-01',
    bindings: secrets,
  })
  try {
    const url = await miniflare.ready
    return await ask(url.origin, fetch)
  } finally {
    await miniflare.dispose()
  }
}

async function ask(origin, send) {
  await untilItListens(origin, send)
  const token = (headers) => send(`${origin}/api/upload-token`, { method: 'POST', headers })
  const signedIn = await token({ cookie: 'user=ada' })
  const body = await signedIn.json()
  const signedOut = await token({})
  const foreign = await token({ cookie: 'user=ada', origin: 'http://evil.example' })
  return [
    resultOf(
      'issues a token to who is signed in',
      signedIn.status === 200 && body.secureSignature?.length === 64,
    ),
    resultOf('answers 401 to nobody', signedOut.status === 401),
    resultOf('refuses a page of another origin', foreign.status === 403),
  ]
}

function resultOf(name, holds) {
  return holds ? { name } : { name, failure: 'it does not' }
}

// The runtimes do not say when they listen, so the port is asked until it answers.
async function untilItListens(origin, send, attempts = 200) {
  for (let attempt = 1; ; attempt++) {
    try {
      await send(`${origin}/`)
      return
    } catch (error) {
      if (attempt === attempts) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  await once(server, 'close')
  return port
}
