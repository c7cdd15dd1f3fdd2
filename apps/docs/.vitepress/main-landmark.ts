/** Marks the content of the start page as the main landmark, which VitePress does for all other pages only. */
export const mainLandmark = (html: string): string =>
  html.replace('<div class="VPContent is-home"', '<div role="main" class="VPContent is-home"')
