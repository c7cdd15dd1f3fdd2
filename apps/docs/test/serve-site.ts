import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

export const SITE_FOLDER = path.resolve(import.meta.dirname, '../dist')

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
}

/**
 * Serves a built site as hosts of static sites do: `/errors` is `errors.html`, and files are compressed.
 *
 * @param folder the folder of the site
 * @param base the path that it is served from
 */
export async function serveSite(
  folder = SITE_FOLDER,
  base = '/',
): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site.example')
    const file = pathname.startsWith(base) ? fileOf(folder, pathname.slice(base.length)) : undefined
    if (file === undefined) {
      response
        .writeHead(404, { 'Content-Type': 'text/html' })
        .end(readFileSync(path.join(folder, '404.html')))
      return
    }
    const headers = { 'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream' }
    if (/\bgzip\b/.test(String(request.headers['accept-encoding'])))
      response.writeHead(200, { ...headers, 'Content-Encoding': 'gzip' }).end(gzipSync(readFileSync(file)))
    else response.writeHead(200, headers).end(readFileSync(file))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}${base}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** Returns the file that a host serves for a path of the site. */
export function fileOf(folder: string, pathname: string): string | undefined {
  const place = path.join(folder, decodeURIComponent(pathname))
  return [place, `${place.replace(/\/$/, '')}.html`, path.join(place, 'index.html')].find(
    (file) => existsSync(file) && statSync(file).isFile(),
  )
}
