import { createRoot } from 'react-dom/client'
import type { Mount } from '../binding.js'
import { App } from './app.js'

export const mount: Mount = (element, props) => {
  const root = createRoot(element)
  root.render(<App {...props} />)
  return () => {
    root.unmount()
  }
}
