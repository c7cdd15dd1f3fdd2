import { createRequire } from 'node:module'
import path from 'node:path'
import { renderToString } from 'react-dom/server'
import type { Binding } from '../binding.js'
import { App } from './app.js'
import { renderWithReact18 } from './render-with-react-18.js'

const resolve = (file: string): string => path.join(import.meta.dirname, file)
const folderOf = (name: string): string =>
  path.dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))

// @uploadcare/react-uploader declares no dependency on React, so its copy depends on what pnpm hoists.
const REACT_19_PACKAGES = { react: folderOf('react'), 'react-dom': folderOf('react-dom') }
const REACT_18_PACKAGES = { react: folderOf('react-18'), 'react-dom': folderOf('react-dom-18') }

export const REACT_19: Binding = {
  entry: resolve('mount.tsx'),
  alias: REACT_19_PACKAGES,
  renderOnServer: async (props) => renderToString(<App {...props} />),
}
export const REACT_19_STRICT: Binding = { ...REACT_19, entry: resolve('mount-strict.tsx') }
export const REACT_18: Binding = {
  entry: resolve('mount.tsx'),
  alias: REACT_18_PACKAGES,
  renderOnServer: async (props) => renderWithReact18(REACT_18_PACKAGES, props),
}
export const REACT_18_STRICT: Binding = { ...REACT_18, entry: resolve('mount-strict.tsx') }
