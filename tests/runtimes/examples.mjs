import { spawn } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Miniflare } from 'miniflare'
import { bundleFile } from './bundle.mjs'

const here = import.meta.dirname
const example = (name) => fileURLToPath(new URL(`../../packages/server/examples/${name}.ts`, import.meta.url))
const secrets = {
  UPLOADCARE_PUBLIC_KEY: 'demopublickey',
  UPLOADCARE_SECRET_KEY: 'demosecretkey',
  UPLOADCARE_WEBHOOK_SECRET: 'webhook secret',
}

/**
 * Starts each example on its runtime, requests tokens from it over HTTP, with and without a signed-in user, and delivers webhooks.
 *
 * @type {Record<string, () => Promise<{ name: string, failure?: string }[]>>}
 */
export const examples = {
  'bun example': () => testProgram('deno-or-bun', path.join(here, 'node_modules/.bin/bun'), () => ['run']),
  'deno example': () =>
    testProgram('deno-or-bun', path.join(here, 'node_modules/.bin/deno'), (port) => [
      'serve',
      '--allow-env',
      '--host=127.0.0.1',
      `--port=${port}`,
    ]),
  'workerd example': testWorker,
}

async function testProgram(name, command, argsFor) {
  const folder = await mkdtemp(path.join(here, '.example-'))
  const file = path.join(folder, 'example.mjs')
  await writeFile(file, await bundleFile(example(name)))
  const port = await freePort()
  const env = { ...process.env, ...secrets, PORT: String(port), HOST: '127.0.0.1' }
  // In a process group, because `command` is a script that starts the runtime.
  const child = spawn(command, [...argsFor(port), file], { env, stdio: 'ignore', detached: true })
  try {
    await once(child, 'spawn')
    return await testEndpoints(`http://127.0.0.1:${port}`)
  } finally {
    if (child.pid !== undefined) {
      process.kill(-child.pid)
      await once(child, 'exit')
    }
    await rm(folder, { recursive: true })
  }
}

async function testWorker() {
  const miniflare = new Miniflare({
    modules: true,
    script: await bundleFile(example('cloudflare-workers')),
    compatibilityDate: '2026-01-01',
    bindings: secrets,
  })
  try {
    const url = await miniflare.ready
    return await testEndpoints(url.origin)
  } finally {
    await miniflare.dispose()
  }
}

async function testEndpoints(origin) {
  await waitUntilListening(origin)
  return [...(await testTokenEndpoint(origin)), ...(await testWebhookEndpoint(origin))]
}

async function testTokenEndpoint(origin) {
  const requestToken = (headers) => fetch(`${origin}/api/upload-token`, { method: 'POST', headers })
  const signedIn = await requestToken({ cookie: 'user=ada' })
  const body = await signedIn.json()
  const anonymous = await requestToken({})
  const crossOrigin = await requestToken({ cookie: 'user=ada', origin: 'http://evil.example' })
  return [
    resultOf(
      'issues a token to a signed-in user',
      signedIn.status === 200 && body.secureSignature?.length === 64,
    ),
    resultOf('answers 401 without a signed-in user', anonymous.status === 401),
    resultOf('answers 403 to a page of another origin', crossOrigin.status === 403),
  ]
}

// The type of the event is unknown, so the endpoint checks its signature and not its shape.
async function testWebhookEndpoint(origin) {
  const body = JSON.stringify({
    hook: { event: 'file.renamed' },
    data: { original_filename: 'Größe 猫.jpg' },
  })
  const digest = createHmac('sha256', secrets.UPLOADCARE_WEBHOOK_SECRET).update(body).digest('hex')
  const deliver = async (sent) => {
    const headers = { 'content-type': 'application/json', 'x-uc-signature': `v1=${digest}` }
    const { status } = await fetch(`${origin}/api/uploadcare-webhook`, {
      method: 'POST',
      headers,
      body: sent,
    })
    return status
  }
  return [
    resultOf('answers 204 to a signed webhook', (await deliver(body)) === 204),
    resultOf('answers 401 to a forged webhook', (await deliver(`${body} `)) === 401),
  ]
}

function resultOf(name, holds) {
  return holds ? { name } : { name, failure: 'unexpected response' }
}

// The runtimes do not report when they listen, so requests are repeated until one succeeds.
async function waitUntilListening(origin, attempts = 200) {
  for (let attempt = 1; ; attempt++) {
    try {
      await fetch(`${origin}/`)
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
