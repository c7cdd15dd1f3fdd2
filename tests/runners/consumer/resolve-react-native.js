// Makes Node load the files that Metro bundles for React Native: the build of upload-client, and the replacements in the
// field `react-native` of the client's package.json. Loaded before the program.
import { register } from 'node:module'

const hooks = `
  import { readFileSync } from 'node:fs'

  export async function resolve(name, context, next) {
    if (name === '@uploadcare/upload-client') return next(name + '/react-native', context)
    const resolved = await next(name, context)
    const [, folder, file] = /^(.*client\\/)(dist\\/[^/]+)$/.exec(resolved.url) ?? []
    if (!folder) return resolved
    const manifest = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'))
    const replacement = manifest['react-native']['./' + file]
    return replacement ? next(new URL(replacement, folder).href, context) : resolved
  }
`
register(`data:text/javascript,${encodeURIComponent(hooks)}`)
