import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { listen } from './start-services.js'

/** Serves the files of a folder on a free port of 127.0.0.1. */
export const serveFolder = (folder: string): Promise<{ url: string; close: () => void }> =>
  listen((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1')
    const name = pathname === '/' ? 'index.html' : path.posix.normalize(pathname)
    const type = name.endsWith('.html') ? 'text/html' : 'text/javascript'
    readFile(path.join(folder, name)).then(
      (content) => {
        response.setHeader('content-type', `${type}; charset=utf-8`)
        response.end(content)
      },
      () => {
        response.statusCode = 404
        response.end()
      },
    )
  })
