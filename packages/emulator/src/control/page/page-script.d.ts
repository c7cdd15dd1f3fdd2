/** The bundled script of the page, provided by `page-script-plugin.js` at build time. */
declare module 'virtual:page-script' {
  export const PAGE_SCRIPT: string
}
