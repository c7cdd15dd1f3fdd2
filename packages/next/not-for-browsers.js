// Bundlers for browsers resolve the package to this file. The module does not exist, so the build fails with its name as the reason.
export * from '@secure-uploading/next is for your backend, where the secret key is. In a page, import @secure-uploading/client; for a backend, bundle for node'
