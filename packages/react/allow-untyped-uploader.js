// Part of the build. @uploadcare/react-uploader has no declarations for CommonJS, where TypeScript reports the import in ours as
// an error. With this comment its properties are `any` there. `import` has the types.
import { readFile, writeFile } from 'node:fs/promises'

const file = new URL('dist/file-uploader.d.cts', import.meta.url)
const IMPORT = /^import .*'@uploadcare\/react-uploader';$/m
const declarations = await readFile(file, 'utf8')
if (!IMPORT.test(declarations))
  throw new Error(`${file.pathname} does not import @uploadcare/react-uploader. Remove this script`)
await writeFile(file, declarations.replace(IMPORT, '// @ts-ignore: no declarations for CommonJS\n$&'))
