export { shrinkImages } from './shrink-images.js'
export type { ShrinkImagesOptions } from './parse-shrink-options.js'
