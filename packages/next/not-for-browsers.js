// Where a bundler lands that makes code for a page: nothing has this name, so it fails and prints the reason.
export * from '@secure-uploading/next is for your backend, where the secret key is. In a page, import @secure-uploading/client; for a backend, bundle for node'
