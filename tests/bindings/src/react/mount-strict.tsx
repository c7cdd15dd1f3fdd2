import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { Mount } from '../binding.js'
import { App } from './app.js'

/** In development, StrictMode renders twice, and ends and starts the effects of each component. */
export const mount: Mount = (element, props) => {
  const root = createRoot(element)
  root.render(
    <StrictMode>
      <App {...props} />
    </StrictMode>,
  )
  return () => {
    root.unmount()
  }
}
