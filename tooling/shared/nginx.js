import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { provideProgram } from './provide-program.js'

/**
 * @typedef {object} RunningNginx
 * @property {string} url the address for browsers
 * @property {() => Promise<void>} close
 */

/**
 * Looks for nginx, and installs it where {@link provideProgram} does.
 *
 * @returns {Promise<boolean>} whether nginx is available
 * @throws {Error} with `CI=true`, when nginx is not available
 */
export const provideNginx = () => provideProgram('nginx')

/**
 * Starts nginx as a reverse proxy that replaces the `Host` header.
 *
 * @param {string} upstreamUrl the server behind nginx
 * @param {{ sendsForwardedHost: boolean }} options whether nginx sends the original `Host` as `X-Forwarded-Host`
 * @returns {Promise<RunningNginx>}
 * @throws {Error} when nginx exits before it accepts connections
 */
export async function startNginx(upstreamUrl, { sendsForwardedHost }) {
  const folder = await mkdtemp(path.join(tmpdir(), 'secure-uploading-nginx-'))
  const socketPath = path.join(folder, 'nginx.sock')
  await writeFile(path.join(folder, 'nginx.conf'), configuration(socketPath, upstreamUrl, sendsForwardedHost))
  const nginx = spawn('nginx', ['-p', folder, '-e', 'stderr', '-c', 'nginx.conf'], { stdio: 'inherit' })
  const ended = once(nginx, 'exit')
  await waitUntilAccepting(socketPath, nginx)

  const portServer = createServer((socket) => {
    const nginxSocket = connect(socketPath)
    pipeline(socket, nginxSocket, socket, () => undefined)
  })
  await once(portServer.listen(0, '127.0.0.1'), 'listening')
  return {
    url: `http://127.0.0.1:${portServer.address().port}`,
    async close() {
      nginx.kill()
      await ended
      await new Promise((resolve) => portServer.close(resolve))
      await rm(folder, { recursive: true, force: true })
    },
  }
}

// nginx cannot listen on a free port and report it, so it listens on a Unix socket behind a port that Node opens.
const configuration = (socketPath, upstreamUrl, sendsForwardedHost) => `
daemon off;
master_process off;
pid nginx.pid;
events {}
http {
  access_log off;
  client_body_temp_path body;
  proxy_temp_path proxy;
  fastcgi_temp_path fastcgi;
  uwsgi_temp_path uwsgi;
  scgi_temp_path scgi;
  server {
    listen unix:${socketPath};
    location / {
      proxy_pass ${upstreamUrl};
      proxy_http_version 1.1;
      proxy_set_header Host backend.internal;
      ${sendsForwardedHost ? 'proxy_set_header X-Forwarded-Host $http_host;' : ''}
    }
  }
}
`

async function waitUntilAccepting(socketPath, nginx) {
  while (nginx.exitCode === null) {
    const socket = connect(socketPath)
    const isOpen = await once(socket, 'connect').then(
      () => true,
      () => false,
    )
    socket.destroy()
    if (isOpen) return
    await wait(20)
  }
  throw new Error('nginx exited before it accepted connections. Its output is above.')
}
