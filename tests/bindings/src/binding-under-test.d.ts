/** The app of the binding, which `build-page.ts` puts here. */
declare module 'binding-under-test' {
  // oxlint-disable-next-line typescript/consistent-type-imports -- a declared module cannot import a relative path
  export const mount: import('./binding.js').Mount
}
