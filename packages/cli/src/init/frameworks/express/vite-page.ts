import type { FrontEnd } from '../../project/project.js'

const SCRIPTS: Record<FrontEnd, (component: string) => string> = {
  react: (component) => `import { createElement } from 'react'
      import { createRoot } from 'react-dom/client'
      import { FileUpload } from '${component}'
      createRoot(document.getElementById('root')).render(createElement(FileUpload))`,
  vue: (component) => `import { createApp } from 'vue'
      import FileUpload from '${component}'
      createApp(FileUpload).mount('#root')`,
  svelte: (component) => `import { mount } from 'svelte'
      import FileUpload from '${component}'
      mount(FileUpload, { target: document.getElementById('root') })`,
  none: (component) => `import { showFileUpload } from '${component}'
      showFileUpload(document.getElementById('root'))`,
}

/**
 * Creates a page with the component, which Vite serves in development and leaves out of the build.
 *
 * @param component the path of the component below Vite's root, with a slash at its start
 */
export const vitePage = (frontEnd: FrontEnd, component: string): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Upload files</title>
  </head>
  <body>
    <h1>Upload files</h1>
    <div id="root"></div>
    <script type="module">
      ${SCRIPTS[frontEnd](component)}
    </script>
  </body>
</html>
`
