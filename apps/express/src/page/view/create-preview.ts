import type { Upload } from '../state/upload.js'

// Decoding a huge picture for a thumbnail would stall the page.
const LARGEST_LOCAL_BYTES = 25_000_000

/** Shows a picture in the row: the local file at once, and after the upload the one that is served. */
export function createPreview(
  image: HTMLImageElement,
  { file }: Upload,
): { showServed: (url: string) => void } {
  let localUrl: string | undefined

  // A format that the browser cannot draw keeps its plain icon.
  image.addEventListener('error', () => {
    image.hidden = true
  })
  image.addEventListener('load', () => {
    image.hidden = false
    if (image.src !== localUrl) forgetLocal()
  })

  const isPicture = file.type.startsWith('image/') && file.size > 0
  if (isPicture && file.size <= LARGEST_LOCAL_BYTES) {
    localUrl = URL.createObjectURL(file)
    image.src = localUrl
  }

  function forgetLocal(): void {
    if (localUrl !== undefined) URL.revokeObjectURL(localUrl)
    localUrl = undefined
  }

  return {
    showServed(url) {
      if (isPicture) image.src = url
    },
  }
}
