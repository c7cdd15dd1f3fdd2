import { X509Certificate } from 'node:crypto'
import { request } from 'node:https'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it } from 'vitest'
import { startEmulator, type EmulatorServer } from '../../../src/node/index.js'
import { createCertificate } from '../../../src/node/https/create-certificate.js'
import { demoProject, PUBLIC_KEY } from '../../demo-project.js'

const projects = [{ ...demoProject, secureUploading: false }]
const running: EmulatorServer[] = []

afterEach(async () => {
  for (const server of running.splice(0)) await server.close()
})

async function start(options: Partial<Parameters<typeof startEmulator>[0]>): Promise<EmulatorServer> {
  const server = await startEmulator({ projects, ...options })
  running.push(server)
  return server
}

/** Sends a request that trusts only this certificate. */
async function send(
  url: string,
  ca: string | undefined,
  body?: string,
  host?: string,
): Promise<[status: number | undefined, text: string]> {
  const headers = {
    'Content-Type': 'application/x-www-form-urlencoded',
    ...(host !== undefined && { Host: host }),
  }
  const options = { method: body === undefined ? 'GET' : 'POST', headers, agent: false as const, ca }
  return new Promise((resolve, reject) => {
    request(url, { ...options, ...(host !== undefined && { servername: host }) }, (response) => {
      text(response).then((answer) => {
        resolve([response.statusCode, answer])
      }, reject)
    })
      .on('error', reject)
      .end(body)
  })
}

const START = new URLSearchParams({
  UPLOADCARE_PUB_KEY: PUBLIC_KEY,
  filename: 'film.mp4',
  size: '10000000',
  content_type: 'video/mp4',
}).toString()

describe('an HTTPS server', () => {
  it('is trusted with its certificate, and returns https part URLs', async () => {
    const { url, certificate } = await start({ https: true })
    expect(url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/)
    const [status, body] = await send(`${url}/multipart/start/`, certificate, START)

    expect(status).toBe(200)
    for (const part of (JSON.parse(body) as { parts: string[] }).parts)
      expect(part.startsWith(url)).toBe(true)
  })

  it('has a certificate for localhost', async () => {
    const { url, certificate } = await start({ https: true })
    const local = url.replace('127.0.0.1', 'localhost')
    expect((await send(`${local}/from_url/status/?token=x`, certificate))[0]).toBe(200)
  })

  it('is refused by clients that do not trust its certificate', async () => {
    const { url } = await start({ https: true })
    await expect(send(url, undefined)).rejects.toThrow('self-signed certificate')
  })

  it('serves a given key and certificate', async () => {
    const https = createCertificate(['127.0.0.1'], Date.now())
    const { url, certificate } = await start({ https })
    expect(certificate).toBe(https.cert)
    expect((await send(`${url}/from_url/status/?token=x`, https.cert))[0]).toBe(200)
  })

  it('has a certificate for the public URL, returns URLs below it, and allows its control API', async () => {
    const publicUrl = 'https://emulator.example.com/'
    const { url, certificate } = await start({ https: true, publicUrl })
    const [, body] = await send(`${url}/multipart/start/`, certificate, START, 'emulator.example.com')
    const { parts } = JSON.parse(body) as { parts: string[] }
    expect(parts[0]).toMatch(/^https:\/\/emulator\.example\.com\/_parts\//)
    expect((await send(`${url}/_emulator/state`, certificate, undefined, 'emulator.example.com'))[0]).toBe(
      200,
    )
  })
})

describe('createCertificate', () => {
  it('creates a valid certificate for one month that is not an authority', () => {
    const { cert } = createCertificate(['localhost', '::1'], Date.UTC(2026, 10, 26))
    const certificate = new X509Certificate(cert)
    expect([certificate.validFrom, certificate.validTo]).toEqual([
      'Nov 25 00:00:00 2026 GMT',
      'Dec 26 00:00:00 2026 GMT',
    ])
    expect(certificate.ca).toBe(false)
    expect(certificate.verify(certificate.publicKey)).toBe(true)
    expect(certificate.subjectAltName).toBe('DNS:localhost, IP Address:0:0:0:0:0:0:0:1')
  })
})
