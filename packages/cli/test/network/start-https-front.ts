import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import net, { type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import tls from 'node:tls'
import { onTestFinished } from 'vitest'

export interface HttpsFront {
  port: number
  /** The path of its certificate, for `NODE_EXTRA_CA_CERTS`. */
  certificate: string
}

// As a constant, since knip reads literals as dependencies of this package.
const OPENSSL = 'openssl'

export const hasOpenssl = spawnSync(OPENSSL, ['version']).status === 0

/** Decrypts TLS connections for a host name, and passes them to an HTTP server, until the test ends. */
export async function startHttpsFront(hostname: string, targetPort: number): Promise<HttpsFront> {
  const folder = await mkdtemp(path.join(tmpdir(), 'tls-'))
  const certificate = path.join(folder, 'cert.pem')
  const key = path.join(folder, 'key.pem')
  const { status, stderr } = spawnSync(
    OPENSSL,
    [
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', `/CN=${hostname}`],
      ...['-addext', `subjectAltName=DNS:${hostname}`, '-keyout', key, '-out', certificate],
    ],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`openssl failed: ${stderr}`)
  const front = tls.createServer(
    { key: await readFile(key), cert: await readFile(certificate) },
    (socket) => {
      const target = net.connect(targetPort, '127.0.0.1')
      for (const each of [socket, target]) each.on('error', () => socket.destroy())
      target.pipe(socket).pipe(target)
    },
  )
  front.listen(0, '127.0.0.1')
  await once(front, 'listening')
  onTestFinished(async () => {
    front.close()
    await rm(folder, { recursive: true })
  })
  return { port: (front.address() as AddressInfo).port, certificate }
}
