import type { Component } from 'svelte'
import type { FileUploaderProps } from './file-uploader-props.js'
import component from './file-uploader.svelte'

export type { FileUploaderProps } from './file-uploader-props.js'

/**
 * Renders Uploadcare's File Uploader with tokens of your backend. With an upload route its files have the receipt and the
 * metadata of the route, the route's rules apply, and its files are completed: one that the server rejects shows the reason.
 *
 * Properties are those of `<uc-config>`, and listeners those of `<uc-upload-ctx-provider>`, such as `onfile-upload-failed`.
 * Import `@uploadcare/file-uploader/index.css`, too. On a server it renders nothing.
 *
 * `route`, `tokenSource` and `credential` are read once. To change them, put the component into a `{#key}` block.
 *
 * @throws {TypeError} naming an invalid property.
 *
 * @example
 * ```ts
 * import type { UploadRoute } from '@secure-uploading/client/routes'
 * import { FileUploader } from '@secure-uploading/svelte/file-uploader'
 * import { mount } from 'svelte'
 *
 * // In a component: <FileUploader {route} sourceList="local, camera" oncompleted={(outcomes) => …} />
 * export const start = (target: Element, route: UploadRoute<{ url: string }>) =>
 *   mount(FileUploader, { target, props: { route, sourceList: 'local, camera' } })
 * ```
 */
export const FileUploader = component as Component<FileUploaderProps>
