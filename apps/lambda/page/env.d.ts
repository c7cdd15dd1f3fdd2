interface ImportMetaEnv {
  /** The deployed function's address, in the place of the local one. */
  readonly VITE_TOKEN_ENDPOINT?: string
}
