/** A text file that claims to be an image. The page cannot see that, but the server examines the content. */
export const lyingFile = (): File =>
  new File(['This is a text, whatever its name says.\n'.repeat(20)], 'holiday.png', { type: 'image/png' })

/** An image that is larger than the rules of the route allow. */
export const tooLargeFile = (): File =>
  new File([new Uint8Array(6_000_000)], 'poster.png', { type: 'image/png' })
