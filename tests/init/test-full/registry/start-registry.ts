import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Tarball } from '@secure-uploading/packed'

export interface Registry {
  url: string
  close(): Promise<void>
}

/**
 * Starts a package registry on 127.0.0.1 that serves tarballs of ours, and redirects all other requests.
 *
 * @param upstream the URL of the registry that has the other packages
 */
export async function startRegistry(tarballs: readonly Tarball[], upstream: string): Promise<Registry> {
  const server = createServer((request, response) => {
    const address = decodeURIComponent(new URL(request.url ?? '/', url).pathname)
    const file = tarballs.find((tarball) => address === tarballPath(tarball))
    const described = tarballs.find(({ manifest }) => address === `/${manifest.name}`)
    if (file) {
      response.writeHead(200, { 'Content-Type': 'application/octet-stream' }).end(readFileSync(file.path))
    } else if (described) {
      response
        .writeHead(200, { 'Content-Type': 'application/json' })
        .end(JSON.stringify(describe(described, url)))
    } else if (address.startsWith('/@secure-uploading/')) {
      response.writeHead(404, { 'Content-Type': 'application/json' }).end('{"error":"not found"}')
    } else {
      response.writeHead(307, { Location: upstream.replace(/\/$/, '') + (request.url ?? '/') }).end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const tarballPath = ({ manifest: { name, version } }: Tarball): string =>
  `/${name}/-/${name.replace(/^.*\//, '')}-${version}.tgz`

/** Creates the metadata of a package that has one version. */
function describe(tarball: Tarball, url: string): object {
  const { name, version } = tarball.manifest
  const bytes = readFileSync(tarball.path)
  const dist = {
    tarball: url + tarballPath(tarball),
    integrity: `sha512-${createHash('sha512').update(bytes).digest('base64')}`,
    shasum: createHash('sha1').update(bytes).digest('hex'),
  }
  return { name, 'dist-tags': { latest: version }, versions: { [version]: { ...tarball.manifest, dist } } }
}
