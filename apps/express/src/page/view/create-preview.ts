import type { Upload } from '../state/upload.js'

// Decoding a larger image for a thumbnail would block the page.
const MAX_LOCAL_BYTES = 25_000_000

/** Shows the image in the row: the local file first, and the uploaded file after the upload. */
export function createPreview(
  image: HTMLImageElement,
  { file }: Upload,
): { showUploaded: (url: string) => void } {
  let localUrl: string | undefined

  // Formats that the browser cannot display keep the file icon.
  image.addEventListener('error', () => {
    image.hidden = true
  })
  image.addEventListener('load', () => {
    image.hidden = false
    if (image.src !== localUrl) revokeLocal()
  })

  const isImage = file.type.startsWith('image/') && file.size > 0
  if (isImage && file.size <= MAX_LOCAL_BYTES) {
    localUrl = URL.createObjectURL(file)
    image.src = localUrl
  }

  function revokeLocal(): void {
    if (localUrl !== undefined) URL.revokeObjectURL(localUrl)
    localUrl = undefined
  }

  return {
    showUploaded(url) {
      if (isImage) image.src = url
    },
  }
}
