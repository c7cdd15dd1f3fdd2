/** Loads the font before the page is drawn: one that arrives later moves buttons, also between the press and the release of a click. */
export async function loadFont(): Promise<void> {
  // Without the font, the page is drawn with one of the system.
  await document.fonts.load('1em "Geist Variable"').catch(() => undefined)
}
