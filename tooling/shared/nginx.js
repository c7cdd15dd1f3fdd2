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
 * @property {string} url where browsers find it
 * @property {() => Promise<void>} close
 */

/**
 * Sees to it that there is an nginx.
 *
 * @returns {Promise<boolean>} whether one is to be had
 * @throws {Error} when none is to be had, and `CI` is true
 */
export const provideNginx = () => provideProgram('nginx')

/**
 * Starts an nginx in front of a server. It gives that server another `Host` than it was asked for.
 *
 * @param {string} upstreamUrl the server behind it
 * @param {{ tellsHost: boolean }} options whether it tells the first `Host` in `X-Forwarded-Host`
 * @returns {Promise<RunningNginx>}
 */
export async function startNginx(upstreamUrl, { tellsHost }) {
  const folder = await mkdtemp(path.join(tmpdir(), 'secure-uploading-nginx-'))
  const socketPath = path.join(folder, 'nginx.sock')
  await writeFile(path.join(folder, 'nginx.conf'), configuration(socketPath, upstreamUrl, tellsHost))
  const nginx = spawn('nginx', ['-p', folder, '-e', 'stderr', '-c', 'nginx.conf'], { stdio: 'inherit' })
  const ended = once(nginx, 'exit')
  await untilAccepting(socketPath, nginx)

  const door = createServer((socket) => {
    const inside = connect(socketPath)
    pipeline(socket, inside, socket, () => undefined)
  })
  await once(door.listen(0, '127.0.0.1'), 'listening')
  return {
    url: `http://127.0.0.1:${door.address().port}`,
    async close() {
      nginx.kill()
      await ended
      await new Promise((resolve) => door.close(resolve))
      await rm(folder, { recursive: true, force: true })
    },
  }
}

// nginx cannot take a port that is free and tell which: it listens on a socket, and Node on a port before it.
const configuration = (socketPath, upstreamUrl, tellsHost) => `
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
      ${tellsHost ? 'proxy_set_header X-Forwarded-Host $http_host;' : ''}
    }
  }
}
`

async function untilAccepting(socketPath, nginx) {
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
  throw new Error('nginx ended at once')
}
