/** Creates a module that shows a drop zone and a list of uploads without a framework. */
export const domModule = (client: string, usesTypeScript: boolean): string =>
  `import { SecureUploadClient } from '@secure-uploading/client'
import { createDropZone } from '@secure-uploading/client/drop-zone'
import { createUploadQueue } from '@secure-uploading/client/queue'

${client}

/** Shows a drop zone and the list of its uploads in an element. Returns a function that removes them. */
export function showFileUpload(root${usesTypeScript ? ': HTMLElement' : ''}) {
  const queue = createUploadQueue({ client })
  const zone = createDropZone(queue)
  const area = document.createElement('div')
  area.textContent = 'Drop files here, or click to choose them'
  area.style.cssText = 'border: 2px dashed; border-radius: 8px; padding: 32px; cursor: pointer'
  const list = document.createElement('ul')
  root.append(area, list)
  const detach = zone.attach(area)

  const show = () => {
    list.replaceChildren(
      ...queue.getSnapshot().items.map((item) => {
        const row = document.createElement('li')
        const name = document.createElement(item.uploaded ? 'a' : 'span')
        name.textContent = item.name
        if (item.uploaded) name.setAttribute('href', item.uploaded.cdnUrl)
        const status = document.createElement('span')
        status.setAttribute('role', 'status')
        const percent = Math.round(item.progress * 100)
        status.textContent = item.error ? item.error.message : \`\${item.status} \${percent} %\`
        row.append(name, ' ', status)
        return row
      }),
    )
  }
  const unsubscribe = queue.subscribe(show)
  return () => {
    unsubscribe()
    detach()
    queue.destroy()
    root.replaceChildren()
  }
}
`
