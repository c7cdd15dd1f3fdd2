import { isFilledText } from '../options/is-filled-text.js'
import { createUploadRoute } from './create-upload-route.js'
import { parseRoutesOptions, type UploadRoutesOptions } from './parse-routes-options.js'
import type { DataByRoute, TypedUploads } from './route-types.js'
import type { UploadRoute, UploadRoutes } from './upload-route.js'

/**
 * Creates the client of an uploads endpoint. Its type parameter is the type of the server's `uploads`, imported with
 * `import type`, so that route names and data are checked and no server code reaches the page.
 *
 * @throws {TypeError} naming an invalid option.
 *
 * @example
 * ```ts
 * import { createUploadRoutes } from '@secure-uploading/client/routes'
 *
 * interface Uploads {
 *   // In your app: import type { uploads } from './uploads', and typeof uploads instead of Uploads.
 *   '~data'?: { avatar: { url: string } }
 * }
 *
 * const uploads = createUploadRoutes<Uploads>({ endpoint: '/api/uploads' })
 * const { data } = await uploads.route('avatar').uploadFile(new Blob(['…'], { type: 'image/png' }))
 * console.log(data.url)
 * ```
 */
export function createUploadRoutes<Uploads extends TypedUploads>(
  options: UploadRoutesOptions = {},
): UploadRoutes<DataByRoute<Uploads>> {
  const settings = parseRoutesOptions(options)
  const routes = new Map<string, UploadRoute<never>>()

  return {
    route(name) {
      if (!isFilledText(name)) throw new TypeError('Expected the name of an upload route, such as "avatar"')
      const route = routes.get(name) ?? createUploadRoute(settings, name)
      routes.set(name, route)
      return route
    },
    clear() {
      for (const { tokenSource } of routes.values()) tokenSource.clear()
    },
  }
}
